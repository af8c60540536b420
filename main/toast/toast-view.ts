import { type AvailableActions, availableActions, isAvailable } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { isLive, isRinging, isShared, isUp, isVoice } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import {
  maxToastAttributes,
  maxToastTextLength,
  type ToastButton,
  type ToastCommand,
  type ToastView,
} from '../../contract/toast-view.js';
import { stateWord } from '../../contract/words/state-word.js';
import type { Words } from '../../contract/words/words.js';

export interface ToastFacts {
  readonly snapshot: PhoneSnapshot;
  /** What the agent wants to see of it. */
  readonly wants: { readonly ring: boolean; readonly call: boolean };
  /** Names of attributes, in the order they are shown. */
  readonly attributes: readonly string[];
  /** The phone's page is there to carry out what is pressed. */
  readonly phoneThere: boolean;
  /** What went wrong with what was pressed last; null when nothing. */
  readonly trouble: string | null;
  readonly words: Words;
  /** A number in E.164 as people write it. */
  formatNumber(phoneNumber: string): string;
}

/** What the small window shows of the phone: the card of a ring before the strip of a call; null for nothing. */
export function toastView(facts: ToastFacts): ToastView | null {
  const { snapshot, wants } = facts;
  const ringing = wants.ring ? callsFirst(snapshot.contacts.filter(isRinging))[0] : undefined;
  if (ringing !== undefined) return ringView(ringing, facts);
  const call = wants.call ? mostPresent(snapshot.contacts) : undefined;
  return call === undefined ? null : callView(call, facts);
}

/** What a contact is called outside of the window. */
export function whoRings({ customerName, phoneNumber }: Contact, facts: Pick<ToastFacts, 'words' | 'formatNumber'>) {
  if (customerName !== null) return customerName;
  return phoneNumber === null ? facts.words.contact.unknownCustomer : facts.formatNumber(phoneNumber);
}

/** Calls come first: they cannot wait. */
function callsFirst(contacts: readonly Contact[]): readonly Contact[] {
  return contacts.toSorted((left, right) => Number(isVoice(right)) - Number(isVoice(left)));
}

/** The call the agent talks on, else one that is held or dialled. */
function mostPresent(contacts: readonly Contact[]): Contact | undefined {
  const calls = contacts.filter((contact) => isVoice(contact) && isLive(contact) && !isRinging(contact));
  return calls.find(({ state }) => state === 'connected') ?? calls[0];
}

function ringView(contact: Contact, facts: ToastFacts): ToastView {
  const { words } = facts;
  const actions = availableActions(facts.snapshot);
  const { contactId } = contact;
  const number =
    contact.customerName === null || contact.phoneNumber === null ? null : facts.formatNumber(contact.phoneNumber);
  return {
    ...common(contact, facts),
    kind: 'ring',
    title: words.desk.incoming[contact.channel],
    facts: [number, contact.queueName].filter((fact) => fact !== null).map(shorten),
    attributes: chosenAttributes(contact, facts.attributes),
    tone: 'available',
    buttons: buttonsOf(
      contact,
      [
        { kind: 'accept', contactId },
        { kind: 'reject', contactId },
      ],
      actions,
      facts,
    ),
  };
}

function callView(contact: Contact, facts: ToastFacts): ToastView {
  const { snapshot, words } = facts;
  const actions = availableActions(snapshot);
  const { contactId } = contact;
  const muted = snapshot.muted && isUp(contact);
  const word = stateWord(contact, words);
  return {
    ...common(contact, facts),
    kind: 'call',
    title: [contact.state !== 'connected' || !muted ? word : null, muted ? words.contact.muted : null]
      .filter((part) => part !== null)
      .join(' · '),
    facts: [],
    attributes: [],
    tone: muted ? 'bad' : contact.state === 'onHold' ? 'waiting' : 'contact',
    buttons: buttonsOf(
      contact,
      [
        ...(isUp(contact) ? ([{ kind: 'mute' }, { kind: 'unmute' }] as const) : []),
        { kind: 'hold', contactId },
        { kind: 'resume', contactId },
        { kind: 'leave', contactId },
        { kind: 'hangUp', contactId },
      ],
      actions,
      facts,
    ),
  };
}

function common(contact: Contact, facts: ToastFacts) {
  const { snapshot, words, phoneThere, trouble } = facts;
  const sinceMs = contact.heldSinceMs ?? contact.sinceMs;
  const others = snapshot.contacts.length - 1;
  return {
    language: words.language,
    contactId: contact.contactId,
    who: shorten(whoRings(contact, facts)),
    channel: contact.channel,
    others: others < 1 ? null : { count: others, text: words.desk.others(others) },
    sinceMs: sinceMs === null ? null : sinceMs + snapshot.skewMs,
    note: phoneThere ? trouble : words.desk.phoneGone,
    showPhone: words.desk.showPhone,
  };
}

function buttonsOf(
  contact: Contact,
  commands: readonly ToastCommand[],
  actions: AvailableActions,
  { snapshot, words, phoneThere }: ToastFacts,
): readonly ToastButton[] {
  const isOnItsWay = (command: ToastCommand): boolean =>
    snapshot.pending.commands.some((other) => isSameCommand(other, command));
  return commands
    .filter((command) => isAvailable(actions, command))
    .map((command) => ({
      command,
      label:
        command.kind === 'hold' && isShared(contact) ? words.call.parties.holdAll : words.contact.actions[command.kind],
      busy: !phoneThere || isOnItsWay(command),
    }));
}

/** Whether two commands wish for the same. */
export function isSameCommand(
  left: { readonly kind: string; readonly contactId?: string },
  right: { readonly kind: string; readonly contactId?: string },
): boolean {
  return left.kind === right.kind && left.contactId === right.contactId;
}

function chosenAttributes({ attributes }: Contact, names: readonly string[]): ToastView['attributes'] {
  return names
    .flatMap((name) => attributes.filter((attribute) => attribute.name === name && attribute.value.trim() !== ''))
    .slice(0, maxToastAttributes)
    .map(({ name, value }) => ({ name: shorten(name), value: shorten(value) }));
}

/** Cuts what nobody could read on the card, never within a character of two parts. */
function shorten(text: string): string {
  if (text.length <= maxToastTextLength) return text;
  return `${text.slice(0, maxToastTextLength).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
