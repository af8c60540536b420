import type { PresenceMarker } from '../../contract/presence-marker.js';
import { readGuardianOutcome } from '../guardian/read-guardian-deeds.js';
import { openMarkerFile } from './marker-file.js';
import { openRunMarker, type RunMarker } from './run-marker.js';

/** What the run before left in a profile. */
export interface LeftBehind {
  readonly marker: RunMarker;
  /** Whom it left in a status that is still to be made good. */
  readonly left: PresenceMarker | null;
  /** When its guardian set that agent Offline by the customer's hook; who is asked for nothing more. */
  readonly madeGoodAtMs: number | null;
}

/** Reads it once, before this run writes anything. */
export function readLeftBehind(folder: string, logFolder: string): LeftBehind {
  const marker = openRunMarker(openMarkerFile(folder), Date.now);
  const { former } = marker;
  if (former?.armed !== true) return { marker, left: null, madeGoodAtMs: null };
  const outcome = readGuardianOutcome(logFolder, former.epoch);
  // The agent may have chosen another status elsewhere since.
  const isDone = outcome?.kind === 'offline';
  return { marker, left: isDone ? null : former, madeGoodAtMs: isDone ? outcome.atMs : null };
}
