const maxReloads = 3;
const windowMs = 10 * 60_000;

/** Says whether the page may be reloaded once more: three times in ten minutes, as a page that dies at each start would loop. */
export function createReloadLimit(): (nowMs: number) => boolean {
  let reloads: readonly number[] = [];
  return (nowMs) => {
    reloads = reloads.filter((atMs) => nowMs - atMs < windowMs);
    if (reloads.length >= maxReloads) return false;
    reloads = [...reloads, nowMs];
    return true;
  };
}
