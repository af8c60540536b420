import type { CommandKind } from './command.js';
import type { Contact } from './contact.js';
import { isOpen, isOver, isRinging, isUp, isVoice } from './contact-state.js';
import type { PhoneSnapshot } from './snapshot.js';

/** Commands that concern one contact. */
export type ContactCommandKind = 'accept' | 'reject' | 'hangUp' | 'hold' | 'resume' | 'clear';
/** Commands that concern the agent. */
export type AgentCommandKind = Exclude<CommandKind, ContactCommandKind>;

/** Which commands make sense now; computed once a snapshot and used by every surface. */
export interface AvailableActions {
  readonly agent: ReadonlySet<AgentCommandKind>;
  readonly contact: ReadonlyMap<string, ReadonlySet<ContactCommandKind>>;
}

const hasOpenContact = (snapshot: PhoneSnapshot): boolean => snapshot.contacts.some(isOpen);
const hasOpenMicrophone = (snapshot: PhoneSnapshot): boolean =>
  snapshot.contacts.some((contact) => isVoice(contact) && isUp(contact));

/** One predicate a command that concerns the agent, in the order of `commandSchema`. */
const AGENT_RULES: { readonly [Kind in AgentCommandKind]: (snapshot: PhoneSnapshot) => boolean } = {
  setStatus: (snapshot) => !hasOpenContact(snapshot),
  queueStatus: hasOpenContact,
  clearNextStatus: (snapshot) => snapshot.agent?.nextStatus != null,
  goOffline: () => true,
  mute: (snapshot) => hasOpenMicrophone(snapshot) && !snapshot.muted,
  unmute: (snapshot) => hasOpenMicrophone(snapshot) && snapshot.muted,
  dial: (snapshot) =>
    snapshot.agent?.mayDial === true && !snapshot.contacts.some((contact) => isVoice(contact) && isOpen(contact)),
};

/** One predicate a command that concerns a contact, in the order of `commandSchema`. */
const CONTACT_RULES: { readonly [Kind in ContactCommandKind]: (contact: Contact) => boolean } = {
  accept: (contact) => isVoice(contact) && isRinging(contact),
  reject: (contact) => isVoice(contact) && isRinging(contact),
  hangUp: (contact) =>
    isVoice(contact) && (isUp(contact) || (contact.direction === 'outbound' && contact.state === 'connecting')),
  hold: (contact) => isVoice(contact) && contact.state === 'connected',
  resume: (contact) => isVoice(contact) && contact.state === 'onHold',
  clear: (contact) => isVoice(contact) && isOver(contact),
};

/** Says which commands make sense in this snapshot. */
export function availableActions(snapshot: PhoneSnapshot): AvailableActions {
  if (snapshot.agent === null) return { agent: new Set(), contact: new Map() };
  return {
    agent: kindsThatHold(AGENT_RULES, snapshot),
    contact: new Map(
      snapshot.contacts.map((contact) => [contact.contactId, kindsThatHold(CONTACT_RULES, contact)] as const),
    ),
  };
}

/** Whether this one command makes sense now. */
export function isAvailable(actions: AvailableActions, kind: CommandKind, contactId?: string): boolean {
  if (contactId === undefined) return actions.agent.has(kind as AgentCommandKind);
  return actions.contact.get(contactId)?.has(kind as ContactCommandKind) ?? false;
}

function kindsThatHold<Kind extends string, Subject>(
  rules: Readonly<Record<Kind, (subject: Subject) => boolean>>,
  subject: Subject,
): ReadonlySet<Kind> {
  const kinds = Object.keys(rules) as Kind[];
  return new Set(kinds.filter((kind) => rules[kind](subject)));
}
