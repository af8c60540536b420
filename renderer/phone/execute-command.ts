import { availableActions, isAvailable } from '../../contract/actions.js';
import type { Command, CommandFailure, CommandKind } from '../../contract/command.js';
import { nameOf } from './call-streams.js';
import type { CommandDeps, CommandFamily, CommandHandler } from './command-handler.js';
import { contactCommands } from './contact-commands.js';
import { dialCommands } from './dial-commands.js';
import { microphoneCommands } from './microphone-commands.js';
import { partyCommands } from './party-commands.js';
import { statusCommands } from './status-commands.js';

/** Every command's handler; the type asks for all kinds. */
const HANDLERS: CommandFamily<CommandKind> = {
  ...statusCommands,
  ...contactCommands,
  ...partyCommands,
  ...microphoneCommands,
  ...dialCommands,
};

/**
 * Carries out a command after asking the same table that decides which buttons exist, so that no surface can do what
 * another would not offer. Statuses are exempt: setting and queueing are one call, and which of the two it was is
 * Connect's to decide when it arrives.
 */
export async function executeCommand(command: Command, deps: CommandDeps): Promise<CommandFailure | null> {
  const anyTime = command.kind === 'setStatus' || command.kind === 'queueStatus';
  if (!anyTime && !isAvailable(availableActions(deps.snapshot), command)) {
    return { reason: 'notNow', detail: null };
  }
  try {
    return await (HANDLERS[command.kind] as CommandHandler<CommandKind>)(command as never, deps);
  } catch (error) {
    return { reason: 'refused', detail: nameOf(error) };
  }
}
