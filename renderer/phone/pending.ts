import type { Agent } from '../../contract/agent.js';
import type { Command, CommandFailure } from '../../contract/command.js';
import type { Pending, PendingStatus } from '../../contract/pending.js';
import { keepSame } from './keep-same.js';

/** Digits may be a secret of the customer's; that some were sent is all that is told. */
function told(command: Command): Command {
  return command.kind === 'sendDigits' ? { ...command, digits: '*' } : command;
}

/** Notes that a command was sent. Choosing a status anew forgets the former choice. */
export function beginCommand(pending: Pending, command: Command, agent: Agent | null): Pending {
  return {
    status: chosenStatus(command, agent) ?? pending.status,
    commands: [...pending.commands, told(command)],
    lastFailure: null,
  };
}

/** Notes how a command ended. Success of a status is not its effect: a snapshot must confirm it. */
export function endCommand(pending: Pending, command: Command, failure: CommandFailure | null): Pending {
  const commands = withoutFirst(pending.commands, told(command));
  if (failure === null) return { ...pending, commands };
  const status = isStatusOf(pending.status, command) ? failStatus(pending.status, failure) : pending.status;
  return { status, commands, lastFailure: { command: told(command), failure } };
}

/** Drops the pending status as soon as the agent has it: as the next status, or now with no other one to come. */
export function confirmStatus(pending: Pending, agent: Agent): Pending {
  const statusId = pending.status?.statusId;
  if (statusId === undefined) return pending;
  const { statusId: comingId } = agent.nextStatus ?? agent.availability;
  return comingId === statusId ? { ...pending, status: null } : pending;
}

/** Fails a status that Connect took but no snapshot has shown in time. */
export function overdueStatus(pending: Pending, command: Command): Pending {
  const failure: CommandFailure = { reason: 'noAnswer', detail: null };
  if (pending.status?.phase !== 'waiting' || !isStatusOf(pending.status, command)) return pending;
  return { ...pending, status: failStatus(pending.status, failure), lastFailure: { command, failure } };
}

/** By value: a snapshot keeps equal parts, so the very object that was put in may be gone. */
function withoutFirst(commands: readonly Command[], command: Command): readonly Command[] {
  const index = commands.findIndex((other) => isSameCommand(other, command));
  return commands.filter((_other, at) => at !== index);
}

function isSameCommand(left: Command, right: Command): boolean {
  return keepSame<Command>(left, right) === left;
}

function chosenStatus(command: Command, agent: Agent | null): PendingStatus | null {
  if (command.kind !== 'setStatus' && command.kind !== 'queueStatus') return null;
  const { statusId } = command;
  const name = agent?.statuses.find((status) => status.statusId === statusId)?.name ?? '';
  return {
    statusId,
    name,
    as: command.kind === 'setStatus' ? 'status' : 'nextStatus',
    phase: 'waiting',
    failure: null,
  };
}

function isStatusOf(status: PendingStatus | null, command: Command): status is PendingStatus {
  return status !== null && 'statusId' in command && command.statusId === status.statusId;
}

function failStatus(status: PendingStatus, failure: CommandFailure): PendingStatus {
  return { ...status, phase: 'failed', failure };
}
