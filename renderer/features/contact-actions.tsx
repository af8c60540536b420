import type { RefObject } from 'preact';
import type { AvailableActions } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isShared, isUp, isVoice } from '../../contract/contact-state.js';
import type { Card, CardTool } from '../models/card.js';
import { Button, type ButtonProps } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { useScreen } from './screen-context.js';
import { useDerived, useDerivedList } from './use-part.js';

/** Commands that need nothing but the contact, each one button. */
const PLAIN_KINDS = [
  'accept',
  'reject',
  'clear',
  'hold',
  'resume',
  'pause',
  'swap',
  'join',
  'bargeIn',
  'listen',
  'view',
  'leave',
  'hangUp',
] as const;
type CardAction = (typeof PLAIN_KINDS)[number] | 'mute' | 'unmute';

interface ActionLook {
  readonly icon: IconName;
  readonly look: NonNullable<ButtonProps['look']>;
  /** The action that takes the place of this one, so that neither its neighbours nor the pointer's target move. */
  readonly turnsInto?: CardAction;
}

/** The actions and tools in the order they stand. */
const ACTIONS: { readonly [Action in CardAction]: ActionLook } & { readonly [Tool in CardTool]: null } = {
  accept: { icon: 'answer', look: 'answer' },
  reject: { icon: 'decline', look: 'plain' },
  clear: { icon: 'clear', look: 'primary' },
  mute: { icon: 'mute', look: 'plain', turnsInto: 'unmute' },
  unmute: { icon: 'unmute', look: 'pressed', turnsInto: 'mute' },
  hold: { icon: 'hold', look: 'plain', turnsInto: 'resume' },
  resume: { icon: 'resume', look: 'primary', turnsInto: 'hold' },
  pause: { icon: 'hold', look: 'plain', turnsInto: 'resume' },
  sendDigits: null,
  addParty: null,
  swap: { icon: 'swap', look: 'plain' },
  join: { icon: 'join', look: 'primary' },
  bargeIn: { icon: 'mute', look: 'primary', turnsInto: 'listen' },
  listen: { icon: 'listen', look: 'plain', turnsInto: 'bargeIn' },
  view: { icon: 'unfoldPanel', look: 'plain' },
  leave: { icon: 'leave', look: 'danger' },
  hangUp: { icon: 'hangUp', look: 'danger' },
};
const PASSING_ON: ReadonlySet<string> = new Set<CardAction>(['swap', 'join', 'leave']);
const ORDER = Object.keys(ACTIONS) as readonly (CardAction | CardTool)[];

export interface ContactActionsProps {
  readonly card: Card;
  /** Where the keyboard goes when a button that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
  readonly showPanel: () => void;
}

/** What can be done with the contact now, each at its own place. */
export function ContactActions({ card, place, showPanel }: ContactActionsProps) {
  const { phone, words } = useScreen();
  const { contact, actions } = card;
  const offered = useDerivedList(() => ORDER.filter((action) => isOffered(action, contact.value, actions.value)));
  const shared = useDerived(() => isShared(contact.value));
  const next = useDerived(() =>
    contact.value.state === 'ended' ? (phone.snapshot.value.agent?.nextStatus ?? null) : null,
  );
  const tool = card.tool.value;
  useKeptFocus(place);
  if (offered.length === 0) return null;
  // What passes a call on stands together, below what every call has.
  const rows = shared
    ? [offered.filter((action) => !PASSING_ON.has(action)), offered.filter((action) => PASSING_ON.has(action))]
    : [offered];
  return rows.map((row, index) => (
    <div key={index} class="row actions">
      {row.map((action) => {
        if (action !== 'addParty' && action !== 'sendDigits')
          return <ActionButton key={keyOf(action)} {...{ card, action, shared, showPanel }} />;
        const [label, icon] =
          action === 'addParty'
            ? ([words.call.add.open, 'addParty'] as const)
            : ([words.call.keypad.open, 'keypad'] as const);
        const opened = tool === action;
        return (
          <Button
            key={action}
            label={label}
            icon={icon}
            look={opened ? 'pressed' : 'plain'}
            opens={action}
            opened={opened}
            onPress={() => card.pressTool(action)}
          />
        );
      })}
      {next && <span class="then">{words.status.afterwards(next.name)}</span>}
    </div>
  ));
}

/** The same for those that take each other's place. */
function keyOf(action: CardAction): string {
  const { turnsInto } = ACTIONS[action];
  return turnsInto === undefined ? action : [action, turnsInto].sort().join();
}

interface ActionButtonProps extends Pick<ContactActionsProps, 'card' | 'showPanel'> {
  readonly action: CardAction;
  /** Whether somebody beside the customer is on the call. */
  readonly shared: boolean;
}

function ActionButton({ card, action, shared, showPanel }: ActionButtonProps) {
  const { phone, words } = useScreen();
  const { contact, reach } = card;
  const busy = useDerived(
    () => phone.snapshot.value.pending.commands.some((each) => isSame(each, action, contact.value.contactId)),
    [action],
  );
  const { icon, look, turnsInto } = ACTIONS[action];
  return (
    <Button
      label={action === 'hold' && shared ? words.call.parties.holdAll : words.contact.actions[action]}
      icon={icon}
      look={look}
      reach={reach}
      reserve={turnsInto && words.contact.actions[turnsInto]}
      busy={busy}
      onPress={() => {
        if (action === 'view') showPanel();
        void phone.execute(commandOf(action, contact.peek().contactId));
      }}
    />
  );
}

/** A call is worked with here, so that there is nothing to see of it in the panel; only a preview is dialled there. */
function isOffered(action: CardAction | CardTool, contact: Contact, actions: AvailableActions): boolean {
  if (action === 'view') return !isVoice(contact) || contact.preview;
  if (action === 'mute' || action === 'unmute') {
    return actions.agent.has(action) && isVoice(contact) && isUp(contact) && contact.supervision?.role !== 'listening';
  }
  return actions.contact.get(contact.contactId)?.has(action) === true;
}

function commandOf(action: CardAction, contactId: string): Command {
  return action === 'mute' || action === 'unmute' ? { kind: action } : { kind: action, contactId };
}

function isSame(command: Command, action: CardAction, contactId: string): boolean {
  return command.kind === action && (!('contactId' in command) || command.contactId === contactId);
}
