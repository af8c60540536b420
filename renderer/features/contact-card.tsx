import { useRef, useState } from 'preact/hooks';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { isLive, isRinging, isUp, isVoice, ownConnection } from '../../contract/contact-state.js';
import { failureCauseOf } from '../../contract/failure-cause.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { stateWord } from '../../contract/words/state-word.js';
import type { Words } from '../../contract/words/words.js';
import { shownSince } from '../models/shown-since.js';
import { lookOfContact } from '../models/status-look.js';
import { formatNumber } from '../models/telephone-numbers.js';
import { whoIs } from '../models/who-is.js';
import { useBreathing } from '../ui/breathing.js';
import { Duration } from '../ui/duration.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { StatusShape } from '../ui/status-shape.js';
import { AddParty } from './add-party.js';
import { type CardTool, ContactActions } from './contact-actions.js';
import { ContactStory } from './contact-story.js';
import { ContactTimes } from './contact-times.js';
import { Keypad } from './keypad.js';
import { PartyList } from './party-list.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

const CHANNEL_ICONS: Readonly<Record<Contact['channel'], IconName>> = {
  voice: 'call',
  queueCallback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
  other: 'contact',
};

export interface ContactCardProps {
  readonly contact: Contact;
  /** Nobody is there yet: it is drawn ahead, out of sight and out of reach. */
  readonly awaited: boolean;
  readonly actions: AvailableActions;
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  readonly showPanel: () => void;
}

/** The contact the agent works with: who and why, how long, and what can be done now. */
export function ContactCard({ contact, awaited, actions, country, showPanel }: ContactCardProps) {
  const { words } = useScreen();
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  useBreathing(place, isRinging(contact) && !awaited);
  const [wanted, setTool] = useState<CardTool | null>(null);
  // What a tool is for may be over before the agent closes it.
  const tool = wanted !== null && isAvailable(actions, wanted, contact.contactId) ? wanted : null;
  const closeTool = (): void => {
    setTool(null);
    place.current?.querySelector<HTMLElement>(`[data-opens="${tool}"]`)?.focus();
  };
  const look = lookOfContact(contact);
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-hidden={awaited ? true : undefined}
      class={`card contact-card ${awaited ? 'awaited' : isRinging(contact) ? 'ringing' : ''}`}
      aria-label={words.contact.region(whoIs(contact, words))}
    >
      <div class="contact-head">
        <span class={`channel tone-${look.tone}`}>
          <Icon name={contact.state === 'missed' ? 'missed' : CHANNEL_ICONS[contact.channel]} />
        </span>
        <div class="who">
          <h1>
            <MiddleTruncated text={contact.customerName ?? numberOf(contact, words)} />
          </h1>
          <ContactFacts contact={contact} />
        </div>
        <ContactTime contact={contact} awaited={awaited} skewMs={skewMs} />
      </div>
      <ContactNotes contact={contact} />
      <PartyList contact={contact} actions={actions} />
      <ContactActions
        contact={contact}
        actions={actions}
        awaited={awaited}
        tool={tool}
        onTool={(pressed) => setTool(pressed === tool ? null : pressed)}
        showPanel={showPanel}
      />
      {tool === 'addParty' && <AddParty contact={contact} country={country} onClose={closeTool} />}
      {tool === 'sendDigits' && <Keypad contactId={contact.contactId} onClose={closeTool} />}
      <ContactTimes contact={contact} skewMs={skewMs} />
      <ContactStory contact={contact} />
    </section>
  );
}

/** What there is to say of the contact, one sentence each. */
function ContactNotes({ contact }: { readonly contact: Contact }) {
  const { words } = useScreen();
  const errorName = usePart(({ agent }) => agent?.errorName ?? null);
  const muted = usePart((snapshot) => snapshot.muted);
  const talkingTo = usePart(talkedOn);
  const { call } = words;
  const { channel, ending, supervision } = contact;
  const cause = ending === 'failed' ? failureCauseOf(errorName) : null;
  const talking = isVoice(contact) && isRinging(contact) ? talkingTo : undefined;
  const notes = [
    cause !== null ? call.failedBecause[cause] : ending !== null && call.ending[ending].advice,
    supervision !== null && call.supervision[supervision.role],
    isRinging(contact) && contact.preview && call.preview,
    talking !== undefined && call.secondCall(whoIs(talking, words)),
    isUp(contact) && muted && ownConnection(contact)?.muteLocked === true && call.parties.muteLocked,
    isLive(contact) && channel !== 'voice' && channel !== 'queueCallback' && call.inPanel[channel],
  ].filter((note) => note !== false);
  return notes.map((note) => (
    <p key={note} class="contact-note">
      {note}
    </p>
  ));
}

/** The call that a second one would put on hold. */
function talkedOn({ contacts }: PhoneSnapshot): Contact | undefined {
  return contacts.find((other) => isVoice(other) && other.state === 'connected');
}

function ContactFacts({ contact }: { readonly contact: Contact }) {
  const { words } = useScreen();
  const number =
    contact.customerName === null || contact.phoneNumber === null ? null : formatNumber(contact.phoneNumber);
  const facts = [number, contact.queueName, words.contact.direction[contact.direction]].filter((fact) => fact !== null);
  return (
    <p class="facts">
      {facts.map((fact, place) => (
        <bdi key={place}>{fact}</bdi>
      ))}
    </p>
  );
}

function ContactTime({
  contact,
  awaited,
  skewMs,
}: Pick<ContactCardProps, 'contact' | 'awaited'> & { readonly skewMs: number }) {
  const { words } = useScreen();
  const muted = usePart((snapshot) => snapshot.muted);
  const sinceMs = shownSince(contact);
  const look = lookOfContact(contact);
  return (
    <div class="contact-time">
      {(awaited || sinceMs !== null) && <Duration sinceMs={sinceMs} skewMs={skewMs} />}
      <span class="pills">
        {muted && (contact.state === 'connected' || contact.state === 'onHold') && (
          <span class="pill tone-bad">
            <Icon name="unmute" />
            {words.contact.muted}
          </span>
        )}
        <span class={`pill tone-${look.tone}`}>
          <StatusShape {...look} />
          {stateWord(contact, words)}
        </span>
      </span>
    </div>
  );
}

/** What stands for a name that is not known. */
function numberOf({ phoneNumber }: Contact, words: Words): string {
  return phoneNumber === null ? words.contact.unknownCustomer : formatNumber(phoneNumber);
}
