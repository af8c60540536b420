import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ErrandAnswer, errandAnswerSchema } from './errand-answer.js';

/** The caller's end of the way back. */
export interface AnswerChannel {
  /** Where the running app is to bring the answer. */
  readonly address: string;
  /** Resolves with the answer, or null when the app does not come in time, leaves without one, or says nonsense. */
  readonly answer: Promise<ErrandAnswer | null>;
  close(): void;
}

/** An app that works takes up an errand at once; one that hangs never does. */
const takeUpLimitMs = 5_000;
/** A status waits for Connect; longer than `commandTimeoutMs` of the runner. */
const answerLimitMs = 20_000;
const maxAnswerLength = 64_000;

/**
 * Waits for one answer at an address that nobody else can reach or guess: a socket in a new folder of the user's own
 * (mode 0700), on Windows a pipe with a random name. Throws where no folder can be made.
 */
export function awaitAnswer(limits = { takeUpLimitMs, answerLimitMs }): AnswerChannel {
  const address =
    process.platform === 'win32'
      ? `\\\\.\\pipe\\switchhook-${randomUUID()}`
      : join(mkdtempSync(join(tmpdir(), 'switchhook-')), 'answer');
  const server = createServer();
  let timer: NodeJS.Timeout | undefined;

  function close(): void {
    clearTimeout(timer);
    server.close();
    if (process.platform !== 'win32') rmSync(dirname(address), { recursive: true, force: true });
  }

  const answer = new Promise<ErrandAnswer | null>((resolve) => {
    const end = (value: ErrandAnswer | null): void => {
      close();
      resolve(value);
    };
    timer = setTimeout(end, limits.takeUpLimitMs, null);
    server.once('error', () => end(null));
    server.once('connection', (socket) => {
      clearTimeout(timer);
      timer = setTimeout(end, limits.answerLimitMs, null);
      let said = '';
      socket.setEncoding('utf8');
      socket.on('data', (text: string) => {
        said += text;
        if (said.length > maxAnswerLength) socket.destroy();
      });
      socket.on('error', () => undefined);
      socket.once('close', () => end(readAnswer(said)));
    });
    server.listen(address);
  });
  return { address, answer, close };
}

function readAnswer(said: string): ErrandAnswer | null {
  try {
    const checked = errandAnswerSchema.safeParse(JSON.parse(said));
    return checked.success ? checked.data : null;
  } catch {
    return null;
  }
}
