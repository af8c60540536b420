/** So long an end in order waits for what is being said to somebody else. */
export const lastWordsMs = 300;

/** What several have to say, as one; null where nobody has. */
export function joinWords(...words: readonly (Promise<void> | null)[]): Promise<void> | null {
  const said = words.filter((each) => each !== null);
  return said.length === 0 ? null : Promise.allSettled(said).then(() => undefined);
}

/** Ends at once, or when the last words are said, but never later than `lastWordsMs`. */
export function exitAfter(lastWords: Promise<void> | null, exit: () => void): void {
  if (lastWords === null) {
    exit();
    return;
  }
  let isOver = false;
  const end = (): void => {
    if (isOver) return;
    isOver = true;
    exit();
  };
  setTimeout(end, lastWordsMs);
  lastWords.then(end, end);
}
