import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type GuardianDeedLine, guardianLogName } from '../contract/guardian-deed.js';

const maxLogBytes = 200_000;

/** Opens the log of deeds in a folder; a full one is kept as one older file. What cannot be written is dropped. */
export function openDeedLog(folder: string): (line: GuardianDeedLine) => void {
  const file = join(folder, guardianLogName);
  return (line) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > maxLogBytes) renameSync(file, `${file}.old`);
      appendFileSync(file, `${JSON.stringify(line)}\n`);
    } catch {
      // Nowhere to say it.
    }
  };
}
