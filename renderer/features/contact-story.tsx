import type { Contact } from '../../contract/contact.js';
import { CopyButton } from '../ui/copy-button.js';
import { useScreen } from './screen-context.js';

/** What the contact has to do with others: the one it continues, the one it came from. */
export function ContactStory({ contact }: { readonly contact: Contact }) {
  const { story } = useScreen().words.call;
  const links = [
    [story.initial, contact.initialContactId],
    [story.related, contact.relatedContactId],
  ] as const;
  if (links.every(([, contactId]) => contactId === null)) return null;
  return (
    <ul class="story">
      {links.map(
        ([sentence, contactId]) =>
          contactId !== null && (
            <li key={sentence}>
              <span>{sentence}</span>
              <CopyButton label={`${story.copy}: ${sentence}`} copiedLabel={story.copied} text={contactId} />
            </li>
          ),
      )}
    </ul>
  );
}
