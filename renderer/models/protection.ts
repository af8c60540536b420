import { isLive, isVoice } from '../../contract/contact-state.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What stands behind "Offline before the app ends", layer by layer. */
export interface Protection {
  /**
   * The gate before every exit. noOffline: the list holds no status of type offline, so nothing can be asked for; noPhone:
   * an exit is held, but Connect cannot be asked now.
   */
  readonly gate: 'active' | 'nobody' | 'noOffline' | 'noPhone';
  /** What starts page and panel anew. onCall: it would end the voice of the call; givenUp: it was done too often. */
  readonly recovery: 'active' | 'nobody' | 'onCall' | 'givenUp';
  /** What acts when the app is killed. Without it the next start makes good what was left. */
  readonly guard: GuardState;
}

/** What only the desktop side knows. */
export interface DesktopProtection {
  readonly restartsBlocked: boolean;
  readonly guard: GuardState;
}

/** All layers, of what the phone and what the desktop side can do. */
export function readProtection(snapshot: PhoneSnapshot, { restartsBlocked, guard }: DesktopProtection): Protection {
  return { gate: readGate(snapshot), recovery: restartsBlocked ? 'givenUp' : readRecovery(snapshot), guard };
}

function readGate({ agent, health }: PhoneSnapshot): Protection['gate'] {
  if (agent === null) return 'nobody';
  const mayGoOffline = agent.availability.type === 'offline' || agent.statuses.some(({ type }) => type === 'offline');
  if (!mayGoOffline) return 'noOffline';
  return health.phase === 'ready' ? 'active' : 'noPhone';
}

function readRecovery({ agent, contacts }: PhoneSnapshot): Protection['recovery'] {
  if (agent === null) return 'nobody';
  return contacts.some((contact) => isVoice(contact) && isLive(contact)) ? 'onCall' : 'active';
}

const UNGUARDED: ReadonlySet<GuardState> = new Set(['missing', 'keepsEnding', 'notNoted']);

/** All layers in one word. A call is no alarm: recovery goes on when it has ended. */
export function sumUpProtection({
  gate,
  recovery,
  guard,
}: Protection): 'whole' | 'nobody' | 'unguarded' | 'partly' | 'none' {
  if (gate === 'noOffline') return 'none';
  if (gate === 'noPhone' || recovery === 'givenUp') return 'partly';
  if (gate === 'nobody') return 'nobody';
  // What IT has turned off is no fault.
  return UNGUARDED.has(guard) ? 'unguarded' : 'whole';
}
