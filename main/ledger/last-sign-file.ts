import { readFileSync } from 'node:fs';
import { rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { type LastSign, lastSignSchema, timeSchema } from '../../contract/exit-entry.js';
import { readOnce } from '../app/read-once.js';

const fileName = 'last-sign.json';
const contentSchema = z.object({ startedAtMs: timeSchema, lastSign: lastSignSchema });

/** The last sign of life on the disk. It is written over, as only the last counts; the ledger is only added to. */
export interface LastSignFile {
  /** Of the run that began then; null where it left none that can be read. */
  read(startedAtMs: number): LastSign | null;
  /** Resolves when the disk has this one or a newer, or will not take it. Nothing waits for that where a contact changes. */
  write(startedAtMs: number, lastSign: LastSign): Promise<void>;
}

export function openLastSignFile(folder: string): LastSignFile {
  const file = join(folder, fileName);
  /** What the disk has not yet been given. */
  let waiting: string | null = null;
  let writing: Promise<void> | null = null;

  /** One after the other, so that an older sign never comes last; in one step each, as the process may end in between. */
  async function writeNewest(): Promise<void> {
    while (waiting !== null) {
      const text = waiting;
      waiting = null;
      try {
        await writeFile(`${file}.new`, text);
        await rename(`${file}.new`, file);
      } catch {
        // On Windows whoever reads a file keeps it from being replaced, but not from being written to.
        await writeFile(file, text).catch(() => undefined);
      }
    }
  }

  return {
    read(startedAtMs) {
      try {
        const content = contentSchema.parse(JSON.parse(readFileSync(file, 'utf8')), readOnce);
        return content.startedAtMs === startedAtMs ? content.lastSign : null;
      } catch {
        return null;
      }
    },
    write(startedAtMs, lastSign) {
      waiting = JSON.stringify({ startedAtMs, lastSign });
      writing ??= writeNewest().finally(() => {
        writing = null;
      });
      return writing;
    },
  };
}
