/** A frame of 60 a second. */
const frameMs = 17;

const waiting = new Set<() => void>();

/**
 * Runs what must not hold up the frame that is to come, when that is done; gives what keeps it from being run. One timer
 * serves all that a frame leaves behind, in the order it came.
 */
export function runLate(deed: () => void): () => void {
  if (waiting.size === 0) setTimeout(runAll, frameMs);
  waiting.add(deed);
  return () => void waiting.delete(deed);
}

function runAll(): void {
  const due = [...waiting];
  waiting.clear();
  for (const deed of due) deed();
}
