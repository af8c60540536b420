import type { AvailableActions } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isShared, isUp, isVoice } from '../../contract/contact-state.js';
import { Button, type ButtonProps } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

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

/** What opens in the card to give a command the rest of what it needs. */
export type CardTool = 'addParty' | 'sendDigits';

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
  readonly contact: Contact;
  readonly actions: AvailableActions;
  /** The contact is not there yet. */
  readonly awaited: boolean;
  readonly tool: CardTool | null;
  readonly onTool: (tool: CardTool) => void;
  readonly showPanel: () => void;
}

/** What can be done with the contact now, each at its own place. */
export function ContactActions(props: ContactActionsProps) {
  const { contact, actions, tool, onTool } = props;
  const { words } = useScreen();
  const nextStatus = usePart(({ agent }) => agent?.nextStatus ?? null);
  const offered = ORDER.filter((action) => isOffered(action, contact, actions));
  if (offered.length === 0) return null;
  const next = contact.state === 'ended' ? nextStatus : null;
  // What passes a call on stands together, below what every call has.
  const rows = isShared(contact)
    ? [offered.filter((action) => !PASSING_ON.has(action)), offered.filter((action) => PASSING_ON.has(action))]
    : [offered];
  return rows.map((row, index) => (
    <div key={index} class="row actions">
      {row.map((action) => {
        if (action !== 'addParty' && action !== 'sendDigits') return <ActionButton {...props} action={action} />;
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
            onPress={() => onTool(action)}
          />
        );
      })}
      {next && <span class="then">{words.status.afterwards(next.name)}</span>}
    </div>
  ));
}

function ActionButton({ action, contact, awaited, showPanel }: ContactActionsProps & { readonly action: CardAction }) {
  const { phone, words } = useScreen();
  const commands = usePart(({ pending }) => pending.commands);
  const { contactId } = contact;
  const { icon, look, turnsInto } = ACTIONS[action];
  return (
    <Button
      key={turnsInto === undefined ? action : [action, turnsInto].sort().join()}
      label={action === 'hold' && isShared(contact) ? words.call.parties.holdAll : words.contact.actions[action]}
      icon={icon}
      look={look}
      outOfReach={awaited}
      reserve={turnsInto && words.contact.actions[turnsInto]}
      busy={commands.some((command) => isSame(command, action, contactId))}
      onPress={() => {
        if (action === 'view') showPanel();
        void phone.execute(commandOf(action, contactId));
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
