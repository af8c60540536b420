import type { PanelRefusal } from '../../contract/panel-refusal.js';
import type { PresenceGate } from '../presence/gate.js';

/**
 * Makes what decides about the panel's own "Log out". Connect leaves a status as it was when a session ends, so for an
 * agent who is not Offline the gate takes over, and for one on a contact nothing happens but a sentence.
 * Source: https://github.com/amazon-connect/amazon-connect-streams/issues/493
 *
 * @returns whether the panel's log-out is held, as the gate's own follows or none does
 */
export function createLogOutHold(
  gate: Pick<PresenceGate, 'holds' | 'askSignOut'>,
  tell: (refusal: PanelRefusal) => void,
): () => boolean {
  return () => {
    if (!gate.holds()) return false;
    if (gate.askSignOut() === 'onContact') tell({ kind: 'logOut' });
    return true;
  };
}
