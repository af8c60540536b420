import { type AvailableActions, availableActions, isAvailable } from '../../contract/actions.js';
import type { Agent } from '../../contract/agent.js';
import type { Command } from '../../contract/command.js';
import { commandOf, type Intent, intents } from '../../contract/intent.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import { menuText } from './menu-text.js';

/**
 * One thing that can be done now. The command is the one that the label says, also when the phone has moved on by the time
 * it is chosen: whoever means to mute must never unmute.
 */
export interface PhoneDeed {
  readonly intent: Intent;
  readonly label: string;
  readonly command: Command;
}

/** A status to choose, or for the next status also none. */
export interface StatusChoice {
  readonly label: string;
  readonly chosen: boolean;
  readonly command: Command;
}

/** The statuses an agent may choose, under what choosing does. */
export interface StatusChoices {
  readonly label: string;
  readonly choices: readonly StatusChoice[];
}

/** What every menu of the phone offers; how each surface lays it out is in surface-menus.ts. */
export interface PhoneMenu {
  readonly deeds: readonly PhoneDeed[];
  /** Null while there is nobody, or nothing to choose. */
  readonly statuses: StatusChoices | null;
}

export const emptyPhoneMenu: PhoneMenu = { deeds: [], statuses: null };

/** The menu of a snapshot: what may be done is the contract's to say, and which contact it means too. */
export function phoneMenu(snapshot: PhoneSnapshot, words: Words): PhoneMenu {
  const actions = availableActions(snapshot);
  const { agent } = snapshot;
  return {
    deeds: intents.flatMap((intent) => deedOf(intent, snapshot, actions, words)),
    statuses: agent === null ? null : statusChoices(agent, actions, words),
  };
}

function deedOf(
  intent: Intent,
  snapshot: PhoneSnapshot,
  actions: AvailableActions,
  words: Words,
): readonly PhoneDeed[] {
  const command = commandOf(intent, snapshot, actions);
  if (command === null) return [];
  const labels: Readonly<Partial<Record<string, string>>> = words.contact.actions;
  return [{ intent, label: labels[command.kind] ?? command.kind, command }];
}

/** On a contact a chosen status becomes the next one, as in the window. */
function statusChoices(agent: Agent, actions: AvailableActions, { tray }: Words): StatusChoices | null {
  const queues = isAvailable(actions, 'queueStatus');
  const current = queues ? agent.nextStatus?.statusId : agent.availability.statusId;
  const choices = agent.statuses.map(({ statusId, name }) => ({
    label: menuText(name),
    chosen: statusId === current,
    command: { kind: queues ? ('queueStatus' as const) : ('setStatus' as const), statusId },
  }));
  if (!queues) return choices.length === 0 ? null : { label: tray.setStatus, choices };
  const none: StatusChoice = {
    label: tray.noNextStatus,
    chosen: agent.nextStatus === null,
    command: { kind: 'clearNextStatus' },
  };
  return { label: tray.nextStatus, choices: [none, ...choices] };
}
