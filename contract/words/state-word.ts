import type { Contact } from '../contact.js';
import type { Words } from './words.js';

/** What the state of a contact is called: how it ended where that is known, and dialling where it does not ring here. */
export function stateWord(
  { state, direction, ending }: Pick<Contact, 'state' | 'direction' | 'ending'>,
  { contact, call }: Words,
): string {
  if (ending !== null) return call.ending[ending].title;
  return state === 'connecting' && direction === 'outbound' ? contact.dialling : contact.state[state];
}
