import { maxLineBytes } from '../../contract/guardian-message.js';

/** Whoever starts a rescue run hands the jar over at once, or has none. */
const pipedDueMs = 1_000;

/** Reads what is piped in, up to its end; nothing where nothing is, too much, or it does not end in time. */
export function readPiped(input: NodeJS.ReadableStream): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (): void => {
      clearTimeout(timer);
      input.removeAllListeners('data');
      resolve(size > maxLineBytes ? Buffer.alloc(0) : Buffer.concat(chunks));
      for (const chunk of chunks) chunk.fill(0);
    };
    const timer = setTimeout(settle, pipedDueMs);
    input.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxLineBytes) chunks.push(chunk);
    });
    input.once('end', settle);
    input.once('error', settle);
  });
}
