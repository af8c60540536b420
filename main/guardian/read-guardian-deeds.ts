import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { type GuardianMeans, guardianLogName } from '../../contract/guardian-deed.js';

/** How the guardian's work for an epoch ended; `atMs` by the wall clock. */
export type GuardianOutcome =
  | { readonly kind: 'offline'; readonly by: GuardianMeans; readonly atMs: number }
  /** It acted, and Offline was not confirmed. */
  | { readonly kind: 'adopted' | 'loginExpired' | 'gaveUp' | 'unfinished'; readonly atMs: number };

const lineSchema = z.object({
  kind: z.string(),
  atMs: z.number(),
  epoch: z.number().nullable(),
  by: z.enum(['hook', 'relaunch']).optional(),
});
type Line = z.infer<typeof lineSchema>;

/** What the guardian did for this epoch; null where it had nothing to do or nothing can be read. */
export function readGuardianOutcome(logFolder: string, epoch: number): GuardianOutcome | null {
  const lines = readLines(join(logFolder, guardianLogName)).filter((line) => line.epoch === epoch);
  return lines.reduce<GuardianOutcome | null>(follow, null);
}

function follow(outcome: GuardianOutcome | null, { kind, atMs, by }: Line): GuardianOutcome | null {
  switch (kind) {
    case 'acting':
      return outcome?.kind === 'offline' ? outcome : { kind: 'unfinished', atMs };
    case 'answered':
    case 'woke':
    case 'bye':
    case 'disarmed':
      // The app lived on; what was done in the meantime is no news for the next start.
      return null;
    case 'offline':
      return by === undefined ? outcome : { kind, by, atMs };
    case 'adopted':
    case 'loginExpired':
    case 'gaveUp':
      return outcome?.kind === 'offline' ? outcome : { kind, atMs };
    default:
      return outcome;
  }
}

function readLines(file: string): readonly Line[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .flatMap((line) => parse(line) ?? []);
  } catch {
    return [];
  }
}

function parse(line: string): Line | null {
  try {
    return lineSchema.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
