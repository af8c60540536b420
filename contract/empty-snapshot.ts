import type { PhoneSnapshot } from './snapshot.js';

/** The phone before anything is known. */
export const emptySnapshot: PhoneSnapshot = {
  agent: null,
  contacts: [],
  viewedContactId: null,
  muted: false,
  health: { phase: 'starting', trouble: null, webSocketUp: true, otherPanel: false, recovery: 'none' },
  pending: { status: null, commands: [], lastFailure: null },
  notice: null,
  skewMs: 0,
};
