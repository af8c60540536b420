import type { Contact } from '../../contract/contact.js';
import { isLive, isVoice } from '../../contract/contact-state.js';
import type { Words } from '../../contract/words/words.js';
import { whoIs } from './who-is.js';

/** What is still open, in one sentence: calls by name, the rest counted. */
export function describeOpen(contacts: readonly Contact[], words: Words): string {
  const live = contacts.filter(isLive);
  const count = (channel: Contact['channel']): number => live.filter((contact) => contact.channel === channel).length;
  return words.leaving.stillOpen(
    live.filter(isVoice).map((contact) => whoIs(contact, words)),
    { chat: count('chat'), task: count('task'), email: count('email'), other: count('other') },
  );
}
