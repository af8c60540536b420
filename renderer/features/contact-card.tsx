import { useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import type { Contact } from '../../contract/contact.js';
import { isLive, isRinging, isUp, isVoice, ownConnection } from '../../contract/contact-state.js';
import { failureCauseOf } from '../../contract/failure-cause.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { stateWord } from '../../contract/words/state-word.js';
import type { Words } from '../../contract/words/words.js';
import type { Card } from '../models/card.js';
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
import { ContactActions } from './contact-actions.js';
import { ContactStory } from './contact-story.js';
import { ContactTimes } from './contact-times.js';
import { Keypad } from './keypad.js';
import { PartyList } from './party-list.js';
import { useScreen } from './screen-context.js';
import { useDerived, useDerivedList, usePart } from './use-part.js';

const CHANNEL_ICONS: Readonly<Record<Contact['channel'], IconName>> = {
  voice: 'call',
  queueCallback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
  other: 'contact',
};

interface CardProps {
  readonly card: Card;
}

export interface ContactCardProps extends CardProps {
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  readonly showPanel: () => void;
}

/** The contact the agent works with: who and why, how long, and what can be done now. */
export function ContactCard({ card, country, showPanel }: ContactCardProps) {
  const { words } = useScreen();
  const { contact, awaited } = card;
  const place = useRef<HTMLElement>(null);
  const tool = card.tool.value;
  useKeptFocus(place);
  const closeTool = (): void => {
    card.closeTool();
    place.current?.querySelector<HTMLElement>(`[data-opens="${tool}"]`)?.focus();
  };
  // A card with an open tool is that of one contact.
  const { contactId } = contact.peek();
  return (
    <section
      ref={place}
      tabIndex={-1}
      aria-hidden={useComputed(() => (awaited.value ? 'true' : undefined))}
      class={useComputed(
        () => `card contact-card ${awaited.value ? 'awaited' : isRinging(contact.value) ? 'ringing' : ''}`,
      )}
      aria-label={useComputed(() => words.contact.region(whoIs(contact.value, words)))}
    >
      <Breath card={card} place={place} />
      <div class="contact-head">
        <Channel card={card} />
        <div class="who">
          <Who card={card} />
          <ContactFacts card={card} />
        </div>
        <div class="contact-time">
          <ContactTime card={card} />
          <Pills card={card} />
        </div>
      </div>
      <ContactNotes card={card} />
      <PartyList card={card} place={place} />
      <ContactActions card={card} place={place} showPanel={showPanel} />
      {tool === 'addParty' && <AddParty contactId={contactId} country={country} onClose={closeTool} />}
      {tool === 'sendDigits' && <Keypad contactId={contactId} onClose={closeTool} />}
      <ContactTimes card={card} />
      <ContactStory card={card} place={place} />
    </section>
  );
}

/** Draws nothing: what breathes is the card. */
function Breath({ card, place }: CardProps & { readonly place: RefObject<HTMLElement | null> }) {
  const rings = useDerived(() => !card.awaited.value && isRinging(card.contact.value));
  useBreathing(place, rings);
  return null;
}

function Channel({ card: { contact } }: CardProps) {
  const tone = useDerived(() => lookOfContact(contact.value).tone);
  const icon = useDerived(() => (contact.value.state === 'missed' ? 'missed' : CHANNEL_ICONS[contact.value.channel]));
  return (
    <span class={`channel tone-${tone}`}>
      <Icon name={icon} />
    </span>
  );
}

function Who({ card: { contact } }: CardProps) {
  const { words } = useScreen();
  const name = useDerived(() => contact.value.customerName ?? numberOf(contact.value, words));
  return (
    <h1>
      <MiddleTruncated text={name} />
    </h1>
  );
}

/** What there is to say of the contact, one sentence each. */
function ContactNotes({ card }: CardProps) {
  const { phone, words } = useScreen();
  const notes = useDerivedList(() => notesOn(card.contact.value, phone.snapshot.value, words));
  return notes.map((note) => (
    <p key={note} class="contact-note">
      {note}
    </p>
  ));
}

function notesOn(contact: Contact, snapshot: PhoneSnapshot, words: Words): readonly string[] {
  const { call } = words;
  const { channel, ending, supervision } = contact;
  const cause = ending === 'failed' ? failureCauseOf(snapshot.agent?.errorName ?? null) : null;
  const talking = isVoice(contact) && isRinging(contact) ? talkedOn(snapshot) : undefined;
  return [
    cause !== null ? call.failedBecause[cause] : ending !== null && call.ending[ending].advice,
    supervision !== null && call.supervision[supervision.role],
    isRinging(contact) && contact.preview && call.preview,
    talking !== undefined && call.secondCall(whoIs(talking, words)),
    isUp(contact) && snapshot.muted && ownConnection(contact)?.muteLocked === true && call.parties.muteLocked,
    isLive(contact) && channel !== 'voice' && channel !== 'queueCallback' && call.inPanel[channel],
  ].filter((note) => note !== false);
}

/** The call that a second one would put on hold. */
function talkedOn({ contacts }: PhoneSnapshot): Contact | undefined {
  return contacts.find((other) => isVoice(other) && other.state === 'connected');
}

function ContactFacts({ card }: CardProps) {
  const { words } = useScreen();
  const facts = useDerivedList(() => {
    const { customerName, phoneNumber, queueName, direction } = card.contact.value;
    const number = customerName === null || phoneNumber === null ? null : formatNumber(phoneNumber);
    return [number, queueName, words.contact.direction[direction]].filter((fact) => fact !== null);
  });
  return (
    <p class="facts">
      {facts.map((fact, place) => (
        <bdi key={place}>{fact}</bdi>
      ))}
    </p>
  );
}

function ContactTime({ card: { contact, awaited } }: CardProps) {
  const sinceMs = useDerived(() => shownSince(contact.value));
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  return awaited.value || sinceMs !== null ? <Duration sinceMs={sinceMs} skewMs={skewMs} /> : null;
}

function Pills({ card: { contact } }: CardProps) {
  const { phone, words } = useScreen();
  const muted = useDerived(() => {
    const { state } = contact.value;
    return phone.snapshot.value.muted && (state === 'connected' || state === 'onHold');
  });
  const look = useDerived(() => lookOfContact(contact.value));
  const state = useDerived(() => stateWord(contact.value, words));
  return (
    <span class="pills">
      {muted && (
        <span class="pill tone-bad">
          <Icon name="unmute" />
          {words.contact.muted}
        </span>
      )}
      <span class={`pill tone-${look.tone}`}>
        <StatusShape {...look} />
        {state}
      </span>
    </span>
  );
}

/** What stands for a name that is not known. */
function numberOf({ phoneNumber }: Contact, words: Words): string {
  return phoneNumber === null ? words.contact.unknownCustomer : formatNumber(phoneNumber);
}
