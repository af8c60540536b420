/**
 * Returns `previous` where it equals `next`, part by part, so that a value that did not change keeps its identity and
 * nothing that shows it is drawn again. For plain data only.
 */
export function keepSame<Value>(previous: Value, next: Value): Value {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) return keepSameList(previous, next) as Value;
  if (isRecord(previous) && isRecord(next)) return keepSameRecord(previous, next) as Value;
  return next;
}

/** Copies only what differs in part: most of a snapshot stays, and what is made for each is collected in a ring's way. */
function keepSameList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  let isSame = previous.length === next.length;
  let kept: unknown[] | null = null;
  for (let index = 0; index < next.length; index += 1) {
    const item = keepSame(previous[index], next[index]);
    isSame &&= Object.is(item, previous[index]);
    if (Object.is(item, next[index])) continue;
    kept ??= [...next];
    kept[index] = item;
  }
  return isSame ? previous : (kept ?? next);
}

function keepSameRecord(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next);
  let isSame = Object.keys(previous).length === keys.length;
  let kept: Record<string, unknown> | null = null;
  for (const key of keys) {
    const value = keepSame(previous[key], next[key]);
    isSame &&= Object.is(value, previous[key]);
    if (Object.is(value, next[key])) continue;
    kept ??= { ...next };
    kept[key] = value;
  }
  return isSame ? previous : (kept ?? next);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
