const newline = 0x0a;
const firstBytes = 4_096;
/** A longer line's memory is given back. */
const keptBytes = 65_536;

/**
 * Cuts a stream of bytes into lines. What it was given and what it held is zeroed as soon as it is used, as a line may be
 * a cookie jar; `onLine` gets a view that holds for the call only. A line of more than `maxBytes` is dropped.
 */
export function createLineReader(onLine: (line: Buffer) => void, maxBytes: number): { push(chunk: Buffer): void } {
  let held = Buffer.alloc(firstBytes);
  let length = 0;
  let dropping = false;

  function hold(piece: Buffer): void {
    if (dropping || length + piece.length > maxBytes) {
      dropping = true;
      return;
    }
    if (length + piece.length > held.length) {
      // Never of the shared pool, where others could come to own the same bytes.
      const larger = Buffer.alloc(Math.max(2 * held.length, length + piece.length));
      held.copy(larger, 0, 0, length);
      held.fill(0);
      held = larger;
    }
    piece.copy(held, length);
    length += piece.length;
  }

  function lineEnded(): void {
    try {
      if (!dropping) onLine(held.subarray(0, length));
    } finally {
      held.fill(0, 0, length);
      if (held.length > keptBytes) held = Buffer.alloc(firstBytes);
      length = 0;
      dropping = false;
    }
  }

  return {
    push(chunk) {
      let from = 0;
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, from)) {
        hold(chunk.subarray(from, end));
        lineEnded();
        from = end + 1;
      }
      hold(chunk.subarray(from));
      chunk.fill(0);
    },
  };
}
