import type { PresenceMarker } from '../../contract/presence-marker.js';
import type { MarkerFacts, MarkerFile } from './marker-file.js';

/** The marker in the hands of one run of the app. */
export interface RunMarker {
  readonly path: string;
  readonly epoch: number;
  /** What the run before left. */
  readonly former: PresenceMarker | null;
  /** Makes this run the one that counts; from then on nobody acts for an older one. False as by `MarkerFile`. */
  claim(): boolean;
  note(facts: MarkerFacts): boolean;
}

const nobody: MarkerFacts = { armed: false, ccpUrl: '', agentId: null, statusName: null };

/**
 * Reads what the run before left. The epoch is a time unless the clock went back, so that it grows even where the file was
 * lost. What the run before left stays noted until this one knows better: it may be killed before it does.
 */
export function openRunMarker(file: MarkerFile, now: () => number): RunMarker {
  const former = file.read();
  const epoch = Math.min(Math.max(now(), (former?.epoch ?? 0) + 1), Number.MAX_SAFE_INTEGER);
  const write = (facts: MarkerFacts): boolean => {
    const { armed, ccpUrl, agentId, statusName } = facts;
    return file.write({ version: 1, epoch, armed, ccpUrl, agentId, statusName, atMs: now() });
  };
  return {
    path: file.path,
    epoch,
    former,
    claim: () => file.write({ ...nobody, version: 1, atMs: now(), ...former, epoch }),
    note: write,
  };
}
