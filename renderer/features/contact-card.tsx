import { useRef } from 'preact/hooks';
import type { AvailableActions, ContactCommandKind } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import { lookOfContact } from '../models/status-look.js';
import { formatNumber } from '../models/telephone-numbers.js';
import { whoIs } from '../models/who-is.js';
import { Button, type ButtonProps } from '../ui/button.js';
import { Duration } from '../ui/duration.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

const CHANNEL_ICONS: Readonly<Record<Contact['channel'], IconName>> = {
  voice: 'call',
  queueCallback: 'callback',
  chat: 'chat',
  task: 'task',
  email: 'email',
  other: 'contact',
};

/** Commands that need nothing but the contact, each one button. */
type PlainAction = Extract<ContactCommandKind, 'accept' | 'reject' | 'clear' | 'hold' | 'resume' | 'hangUp'>;
type CardAction = PlainAction | 'mute' | 'unmute';

interface ActionLook {
  readonly icon: IconName;
  readonly look: NonNullable<ButtonProps['look']>;
  /** The action that takes the place of this one, so that neither its neighbours nor the pointer's target move. */
  readonly turnsInto?: CardAction;
}

/** The actions in the order they stand. */
const ACTIONS: { readonly [Action in CardAction]: ActionLook } = {
  accept: { icon: 'answer', look: 'answer' },
  reject: { icon: 'decline', look: 'plain' },
  clear: { icon: 'clear', look: 'primary' },
  mute: { icon: 'mute', look: 'plain', turnsInto: 'unmute' },
  unmute: { icon: 'unmute', look: 'pressed', turnsInto: 'mute' },
  hold: { icon: 'hold', look: 'plain', turnsInto: 'resume' },
  resume: { icon: 'resume', look: 'primary', turnsInto: 'hold' },
  hangUp: { icon: 'hangUp', look: 'danger' },
};
const ORDER = Object.keys(ACTIONS) as readonly CardAction[];

export interface ContactCardProps {
  readonly contact: Contact;
  readonly snapshot: PhoneSnapshot;
  readonly actions: AvailableActions;
}

/** The contact the agent works with: who and why, how long, and what can be done now. */
export function ContactCard({ contact, snapshot, actions }: ContactCardProps) {
  const { words } = useScreen();
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  const look = lookOfContact(contact);
  return (
    <section
      ref={place}
      tabIndex={-1}
      class={`card contact-card ${isRinging(contact) ? 'ringing' : ''}`}
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
        <ContactTime contact={contact} skewMs={snapshot.skewMs} muted={snapshot.muted} />
      </div>
      <ContactActions contact={contact} snapshot={snapshot} actions={actions} />
    </section>
  );
}

function ContactFacts({ contact }: { readonly contact: Contact }) {
  const { words } = useScreen();
  const number =
    contact.customerName === null || contact.phoneNumber === null ? null : formatNumber(contact.phoneNumber);
  const facts = [number, contact.queueName, words.contact.direction[contact.direction]].filter((fact) => fact !== null);
  return (
    <p class="facts">
      {facts.map((fact) => (
        <bdi key={fact}>{fact}</bdi>
      ))}
    </p>
  );
}

function ContactTime(props: { readonly contact: Contact; readonly skewMs: number; readonly muted: boolean }) {
  const { words } = useScreen();
  const { contact, skewMs, muted } = props;
  const sinceMs = contact.heldSinceMs ?? contact.sinceMs;
  const look = lookOfContact(contact);
  const dialling = contact.state === 'connecting' && contact.direction === 'outbound';
  return (
    <div class="contact-time">
      {sinceMs !== null && <Duration sinceMs={sinceMs} skewMs={skewMs} />}
      <span class="pills">
        {muted && (contact.state === 'connected' || contact.state === 'onHold') && (
          <span class="pill tone-bad">
            <Icon name="unmute" />
            {words.contact.muted}
          </span>
        )}
        <span class={`pill tone-${look.tone}`}>
          <StatusShape {...look} />
          {dialling ? words.contact.dialling : words.contact.state[contact.state]}
        </span>
      </span>
    </div>
  );
}

function ContactActions({ contact, snapshot, actions }: ContactCardProps) {
  const { phone, words } = useScreen();
  const { contactId } = contact;
  const offered = ORDER.filter((action) => isOffered(action, contact, actions));
  if (offered.length === 0) return null;
  const next = contact.state === 'ended' ? snapshot.agent?.nextStatus : null;
  return (
    <div class="row actions">
      {offered.map((action) => {
        const { icon, look, turnsInto } = ACTIONS[action];
        return (
          <Button
            key={turnsInto === undefined ? action : [action, turnsInto].sort().join()}
            label={words.contact.actions[action]}
            icon={icon}
            look={look}
            reserve={turnsInto && words.contact.actions[turnsInto]}
            busy={snapshot.pending.commands.some((command) => isSame(command, action, contactId))}
            onPress={() => void phone.execute(commandOf(action, contactId))}
          />
        );
      })}
      {next && <span class="then">{words.status.afterwards(next.name)}</span>}
    </div>
  );
}

/** What stands for a name that is not known. */
function numberOf({ phoneNumber }: Contact, words: Words): string {
  return phoneNumber === null ? words.contact.unknownCustomer : formatNumber(phoneNumber);
}

function isOffered(action: CardAction, contact: Contact, actions: AvailableActions): boolean {
  if (action !== 'mute' && action !== 'unmute') return actions.contact.get(contact.contactId)?.has(action) === true;
  return actions.agent.has(action) && (contact.state === 'connected' || contact.state === 'onHold');
}

function commandOf(action: CardAction, contactId: string): Command {
  return action === 'mute' || action === 'unmute' ? { kind: action } : { kind: action, contactId };
}

function isSame(command: Command, action: CardAction, contactId: string): boolean {
  return command.kind === action && (!('contactId' in command) || command.contactId === contactId);
}
