import { isLive, isVoice } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/**
 * What stands behind "Offline before the app ends", layer by layer. What a kill of the app itself leaves behind is made good
 * by the next start, whatever a snapshot says.
 */
export interface Protection {
  /**
   * The gate before every exit. noOffline: the list holds no status of type offline, so nothing can be asked for; noPhone:
   * an exit is held, but Connect cannot be asked now.
   */
  readonly gate: 'active' | 'nobody' | 'noOffline' | 'noPhone';
  /** What starts page and panel anew. onCall: it would end the voice of the call; givenUp: it was done too often. */
  readonly recovery: 'active' | 'nobody' | 'onCall' | 'givenUp';
}

/** Reads the layers from a snapshot; `restartsBlocked` is what only the desktop side knows. */
export function readProtection({ agent, contacts, health }: PhoneSnapshot, restartsBlocked: boolean): Protection {
  if (agent === null) return { gate: 'nobody', recovery: restartsBlocked ? 'givenUp' : 'nobody' };
  return { gate: gateOf(), recovery: recoveryOf() };

  function gateOf(): Protection['gate'] {
    const mayGoOffline =
      agent?.availability.type === 'offline' || agent?.statuses.some(({ type }) => type === 'offline');
    if (!mayGoOffline) return 'noOffline';
    return health.phase === 'ready' ? 'active' : 'noPhone';
  }

  function recoveryOf(): Protection['recovery'] {
    if (restartsBlocked) return 'givenUp';
    return contacts.some((contact) => isVoice(contact) && isLive(contact)) ? 'onCall' : 'active';
  }
}

/** All layers in one word. A call is no alarm: recovery goes on when it has ended. */
export function sumUpProtection({ gate, recovery }: Protection): 'whole' | 'nobody' | 'partly' | 'none' {
  if (gate === 'noOffline') return 'none';
  if (gate === 'noPhone' || recovery === 'givenUp') return 'partly';
  return gate === 'nobody' ? 'nobody' : 'whole';
}
