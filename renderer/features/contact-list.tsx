import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId } from 'preact/hooks';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import { stateWord } from '../../contract/words/state-word.js';
import type { Focus } from '../models/focused-contact.js';
import { shownSince } from '../models/shown-since.js';
import { lookOfContact } from '../models/status-look.js';
import { whoIs } from '../models/who-is.js';
import { Duration } from '../ui/duration.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { useDerivedList, usePart } from './use-part.js';

export interface ContactListProps {
  /** Which contact is open. */
  readonly focus: ReadonlySignal<Focus>;
  readonly onShow: (contactId: string) => void;
  /** Where the keyboard goes when a line that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
}

/** The contacts that are not open, one line each. */
export function ContactList({ focus, onShow, place }: ContactListProps) {
  useKeptFocus(place);
  const { phone, words } = useScreen();
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  const others = useDerivedList(() =>
    phone.snapshot.value.contacts.filter(({ contactId }) => contactId !== focus.value.contactId),
  );
  if (others.length === 0) return null;
  return (
    <nav class="card contact-list" aria-label={words.contact.others}>
      {others.map((contact) => (
        <ShowButton key={contact.contactId} contact={contact} skewMs={skewMs} onShow={onShow} />
      ))}
    </nav>
  );
}

interface LineProps {
  readonly contact: Contact;
  readonly skewMs: number;
}

function ShowButton({ contact, skewMs, onShow }: LineProps & Pick<ContactListProps, 'onShow'>) {
  const { words } = useScreen();
  const id = useId();
  const state = stateWord(contact, words);
  return (
    <button
      type="button"
      class={`contact-line ${isRinging(contact) ? 'ringing' : ''}`}
      aria-describedby={id}
      onClick={() => onShow(contact.contactId)}
    >
      <span class="only-read-out">{words.contact.show(whoIs(contact, words))}</span>
      <ContactLine contact={contact} skewMs={skewMs} state={state} stateId={id} />
    </button>
  );
}

/** Only seen: the button has a name of its own, and the state is its description. */
function ContactLine(props: LineProps & { readonly state: string; readonly stateId: string }) {
  const { words } = useScreen();
  const { contact, skewMs, state, stateId } = props;
  const sinceMs = shownSince(contact);
  return (
    <>
      <StatusShape {...lookOfContact(contact)} />
      <span class="line-channel" aria-hidden="true">
        {words.contact.channel[contact.channel]}
      </span>
      <span class="line-who" aria-hidden="true">
        <MiddleTruncated text={whoIs(contact, words)} />
      </span>
      <span class="line-state" id={stateId} aria-hidden="true">
        {state}
      </span>
      {sinceMs !== null && (
        <span class="line-time" aria-hidden="true">
          <Duration sinceMs={sinceMs} skewMs={skewMs} />
        </span>
      )}
    </>
  );
}
