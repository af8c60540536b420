import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type PresenceMarker, presenceMarkerSchema } from '../../contract/presence-marker.js';
import { readOnce } from '../app/read-once.js';

const fileName = 'presence.json';

/** What a run notes of the agent. */
export type MarkerFacts = Pick<PresenceMarker, 'armed' | 'ccpUrl' | 'agentId' | 'statusName'>;

/** The marker of a profile on the disk. */
export interface MarkerFile {
  readonly path: string;
  /** As it is on the disk; null when there is none or it cannot be read, of which nothing is claimed. */
  read(): PresenceMarker | null;
  /** Waits until the disk has it; false when the disk would not take it. A power cut leaves the former or this one. */
  write(marker: PresenceMarker): boolean;
}

export function openMarkerFile(folder: string): MarkerFile {
  const path = join(folder, fileName);
  return {
    path,
    read() {
      try {
        return presenceMarkerSchema.parse(JSON.parse(readFileSync(path, 'utf8')), readOnce);
      } catch {
        return null;
      }
    },
    write(marker) {
      try {
        mkdirSync(folder, { recursive: true });
        writeThrough(`${path}.new`, `${JSON.stringify(marker)}\n`);
        renameSync(`${path}.new`, path);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function writeThrough(path: string, text: string): void {
  const opened = openSync(path, 'w', 0o600);
  try {
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}
