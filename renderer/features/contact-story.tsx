import type { RefObject } from 'preact';
import type { Card } from '../models/card.js';
import { CopyButton } from '../ui/copy-button.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { useScreen } from './screen-context.js';
import { useDerived } from './use-part.js';

export interface ContactStoryProps {
  readonly card: Card;
  /** Where the keyboard goes when a button that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
}

/** What the contact has to do with others: the one it continues, the one it came from. */
export function ContactStory({ card: { contact }, place }: ContactStoryProps) {
  const { story } = useScreen().words.call;
  const links = [
    [story.initial, useDerived(() => contact.value.initialContactId)],
    [story.related, useDerived(() => contact.value.relatedContactId)],
  ] as const;
  useKeptFocus(place);
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
