import type { RefObject } from 'preact';
import type { PartyCommandKind } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import type { Connection } from '../../contract/connection.js';
import type { Contact } from '../../contract/contact.js';
import { talkedTo, thirdParties } from '../../contract/contact-state.js';
import type { Words } from '../../contract/words/words.js';
import type { Card } from '../models/card.js';
import { partyName } from '../models/party-name.js';
import { IconButton } from '../ui/button.js';
import { Duration } from '../ui/duration.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { type Shape, StatusShape, type Tone } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { useDerived, usePart } from './use-part.js';

const LOOKS: Readonly<Record<Connection['state'], { readonly shape: Shape; readonly tone: Tone }>> = {
  connecting: { shape: 'filled', tone: 'available' },
  connected: { shape: 'filled', tone: 'contact' },
  onHold: { shape: 'half', tone: 'waiting' },
};

/** What can be done with one party, in the order it stands; those that take each other's place share one. */
const PARTY_ACTIONS: readonly (readonly PartyCommandKind[])[] = [
  ['muteParty', 'unmuteParty'],
  ['holdParty', 'resumeParty'],
  ['dropParty'],
];
const ICONS: Readonly<Record<PartyCommandKind, IconName>> = {
  muteParty: 'mute',
  unmuteParty: 'unmute',
  holdParty: 'hold',
  resumeParty: 'resume',
  dropParty: 'dropParty',
};

export interface PartyListProps {
  readonly card: Card;
  /** Where the keyboard goes when a button that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
}

/** Who is on the call beside the agent, once that is more than the customer, and what can be done with each. */
export function PartyList({ card, place }: PartyListProps) {
  const several = useDerived(() => othersOf(card.contact.value).length > 1);
  useKeptFocus(place);
  return several ? <Parties card={card} place={place} /> : null;
}

function Parties({ card, place }: PartyListProps) {
  const { words } = useScreen();
  const { parties } = words.call;
  const { value: contact } = card.contact;
  const { value: actions } = card.actions;
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  const commands = usePart(({ pending }) => pending.commands);
  useKeptFocus(place);
  return (
    <section class="parties" aria-label={parties.region}>
      <ul>
        {othersOf(contact).map((connection) => (
          <PartyRow
            key={connection.connectionId}
            connection={connection}
            contact={contact}
            skewMs={skewMs}
            busy={commands.some((command) => isAbout(command, connection))}
            kinds={actions.party.get(contact.contactId)?.get(connection.connectionId)}
          />
        ))}
      </ul>
      {contact.supervision?.role !== 'listening' && <p class="hint">{adviceOf(contact, words)}</p>}
    </section>
  );
}

function othersOf({ connections }: Contact): readonly Connection[] {
  return connections.filter(({ party }) => party !== 'agent');
}

interface PartyRowProps {
  readonly connection: Connection;
  readonly contact: Contact;
  readonly skewMs: number;
  readonly kinds: ReadonlySet<PartyCommandKind> | undefined;
  /** A command about this party is on its way. */
  readonly busy: boolean;
}

function PartyRow({ connection, contact, skewMs, kinds, busy }: PartyRowProps) {
  const { phone, words } = useScreen();
  const { parties } = words.call;
  const { connectionId, party, state, sinceMs, muted } = connection;
  const { contactId } = contact;
  const name = partyName(connection, contact, words);
  const role = contact.supervision?.role;
  const supervises = role === 'listening' || role === 'barged';
  return (
    <li class="party">
      <StatusShape {...LOOKS[state]} />
      <span class="party-who">
        <MiddleTruncated text={name} />
      </span>
      <span class="party-facts">
        <span>{supervises && party === 'thirdParty' ? words.call.add.kind.agent : parties.kind[party]}</span>
        <span class={`tone-${LOOKS[state].tone} party-state`}>{parties.state[state]}</span>
        {sinceMs !== null && <Duration sinceMs={sinceMs} skewMs={skewMs} />}
        {muted && (
          <span class="pill tone-bad">
            <Icon name="unmute" />
            {parties.muted}
          </span>
        )}
      </span>
      <span class="party-actions">
        {PARTY_ACTIONS.map((place) => {
          const kind = place.find((each) => kinds?.has(each));
          if (kind === undefined) return <span key={place.join()} class="no-action" />;
          return (
            <IconButton
              key={place.join()}
              label={labelOf(kind, name, words)}
              icon={ICONS[kind]}
              busy={busy}
              onPress={() => void phone.execute({ kind, contactId, connectionId })}
            />
          );
        })}
      </span>
    </li>
  );
}

function isAbout(command: Command, { connectionId }: Connection): boolean {
  return 'connectionId' in command && command.connectionId === connectionId;
}

function labelOf(kind: PartyCommandKind, who: string, { call: { parties } }: Words): string {
  const labels: Readonly<Record<PartyCommandKind, (who: string) => string>> = {
    muteParty: parties.mute,
    unmuteParty: parties.unmute,
    holdParty: parties.hold,
    resumeParty: parties.resume,
    dropParty: parties.drop,
  };
  return labels[kind](who);
}

/** What the agent may want to do next, in one sentence; nothing where only a supervisor is there beside the customer. */
function adviceOf(contact: Contact, { call: { parties } }: Words): string | null {
  if (thirdParties(contact).length === 0 || contact.supervision?.role === 'barged') return null;
  if (talkedTo(contact).some(({ state }) => state === 'connecting')) return parties.dialling;
  const held = talkedTo(contact).filter(({ state }) => state === 'onHold').length;
  if (held === 0) return parties.joined;
  if (held === talkedTo(contact).length) return parties.allHeld;
  return talkedTo(contact).length > 2 ? parties.consultingSome : parties.consulting;
}
