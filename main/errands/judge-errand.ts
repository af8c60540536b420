import { availableActions, isAvailable } from '../../contract/actions.js';
import { isOpen, isVoice } from '../../contract/contact-state.js';
import type { AskedErrand, ErrandRefusal } from '../../contract/errand.js';
import { fail, type Result, succeed } from '../../contract/result.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Errand } from './errand.js';
import { findStatus } from './find-status.js';

/** An errand that the phone carries out. */
export type PhoneErrand = Extract<Errand, { readonly kind: 'dial' | 'status' | 'next' }>;

/** What an errand means in this snapshot, or why it means nothing. */
export function judgeErrand(errand: PhoneErrand, snapshot: PhoneSnapshot): Result<AskedErrand, ErrandRefusal> {
  const { agent, contacts } = snapshot;
  if (agent === null) return fail({ kind: 'notSignedIn' });
  const actions = availableActions(snapshot);
  if (errand.kind === 'dial') {
    if (isAvailable(actions, 'dial')) return succeed(errand);
    const onCall = contacts.some((contact) => isVoice(contact) && isOpen(contact));
    return fail({ kind: onCall ? 'onCall' : 'mayNotDial' });
  }
  const queues = isAvailable(actions, 'queueStatus');
  if (errand.kind === 'next' && !queues) return fail({ kind: 'noContact' });
  const found = findStatus(errand.name, agent.statuses);
  if (!found.ok) {
    return fail({ kind: found.failure, name: errand.name, statuses: agent.statuses.map(({ name }) => name) });
  }
  // While a contact is open Connect keeps a status for afterwards, as in the window.
  return succeed({ kind: queues ? 'queueStatus' : 'setStatus', ...nameOf(found.value) });
}

const nameOf = ({ statusId, name }: { readonly statusId: string; readonly name: string }) => ({ statusId, name });
