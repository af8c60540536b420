import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { redact } from './redact.js';

/** Writes one line an event. `facts` are plain words and numbers; every string is redacted on the way. */
export interface Log {
  write(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

const maxLogBytes = 2_000_000;
/** More of one value tells nobody more. */
const maxValueLength = 4_000;
/** So much is looked at for secrets: twice of what is written, so that none is cut before it is known for one. */
const maxReadLength = 2 * maxValueLength;

/**
 * Opens the log in a folder. Lines go out at once, so that a crash loses none; a full log is kept as one older file. A
 * disk that is full or read-only never stops the phone: the line is dropped.
 */
export function openLog(folder: string, now: () => Date = () => new Date()): Log {
  const file = join(folder, 'switchhook.log');
  try {
    mkdirSync(folder, { recursive: true });
    rotate(file);
  } catch {
    // The first write will fail the same way and is dropped there.
  }
  return {
    write(event, facts = {}) {
      const line = Object.entries(facts).map(
        ([name, value]) =>
          `${name}=${onOneLine(redact(String(value).slice(0, maxReadLength))).slice(0, maxValueLength)}`,
      );
      try {
        appendFileSync(file, `${[now().toISOString(), event, ...line].join(' ')}\n`);
      } catch {
        // Nowhere to say it.
      }
    },
  };
}

/** Everything that any reader takes for the end of a line, with the spaces around it, becomes a mark. */
function onOneLine(text: string): string {
  return text.replaceAll(/[\s\u0085]+/g, (gap) => (lineEnd.test(gap) ? ' | ' : gap));
}

const lineEnd = /[\n\v\f\r\u0085\u2028\u2029]/;

function rotate(file: string): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > maxLogBytes) renameSync(file, `${file}.old`);
}
