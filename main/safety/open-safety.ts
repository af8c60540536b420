import type { ExitReport } from '../../contract/exit-entry.js';
import type { Log } from '../app/log.js';
import type { Announcer } from '../ipc/announce.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import { makeGood } from './make-good.js';
import { openMarkerFile } from './marker-file.js';
import { createMarkerLayer } from './marker-layer.js';
import { openRunMarker } from './run-marker.js';
import { openSafetyNet } from './safety-net.js';

export interface OpenSafetyDeps {
  /** Of the profile. */
  readonly folder: string;
  readonly log: Log;
  readonly link: Pick<PhoneLink, 'onSnapshot'>;
  readonly gate: Pick<PresenceGate, 'holds' | 'askRecover'>;
  readonly announcer: Pick<Announcer, 'announce'>;
  /** The panel as it is now. */
  ccpUrl(): string;
}

/** What looks after the agent when the app itself no longer can. */
export interface OpenSafety {
  /** Whether the run before left somebody in a status who is to be set Offline before anything else. */
  recovering(): boolean;
  /** The gate has come to an end; called before the process ends. */
  left(report: ExitReport): void;
}

/** Opens it after the gate, whose view of a snapshot it goes by. */
export function openSafety({ folder, log, link, gate, announcer, ccpUrl }: OpenSafetyDeps): OpenSafety {
  const marker = openRunMarker(openMarkerFile(folder), Date.now);
  const notWritten = (): void => log.write('presence-not-noted');
  const net = openSafetyNet({
    onSnapshot: link.onSnapshot,
    holds: gate.holds,
    ccpUrl,
    layers: [createMarkerLayer(marker, notWritten)],
  });
  const undone = makeGood({
    former: marker.former,
    ccpUrl: ccpUrl(),
    onSnapshot: link.onSnapshot,
    askRecover(sinceMs) {
      log.write('closed-badly');
      gate.askRecover(sinceMs);
    },
    letGo: () => announcer.announce('showLeaving', null),
    now: Date.now,
  });
  // The disk is waited for once the window is on its way, and long before anybody can be Available.
  setImmediate(() => {
    if (!marker.claim()) notWritten();
  });
  return {
    recovering: undone.pending,
    left({ outcome }) {
      if (outcome === 'confirmed' || outcome === 'nothingToConfirm') net.standDown();
    },
  };
}
