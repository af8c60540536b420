import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type LastSign, lastSignSchema, timeSchema } from '../../contract/exit-entry.js';

const fileName = 'last-sign.json';
const contentSchema = z.object({ startedAtMs: timeSchema, lastSign: lastSignSchema });

/** The last sign of life on the disk. It is written over, as only the last counts; the ledger is only added to. */
export interface LastSignFile {
  /** Of the run that began then; null where it left none that can be read. */
  read(startedAtMs: number): LastSign | null;
  write(startedAtMs: number, lastSign: LastSign): void;
}

export function openLastSignFile(folder: string): LastSignFile {
  const file = join(folder, fileName);
  return {
    read(startedAtMs) {
      try {
        const content = contentSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
        return content.startedAtMs === startedAtMs ? content.lastSign : null;
      } catch {
        return null;
      }
    },
    write(startedAtMs, lastSign) {
      try {
        writeFileSync(file, JSON.stringify({ startedAtMs, lastSign }));
      } catch {
        // Then the next start knows no more than that the app had begun.
      }
    },
  };
}
