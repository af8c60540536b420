import type { CommandFailure } from '../../contract/command.js';
import { callStreams } from './call-streams.js';
import type { CommandDeps, CommandFamily } from './command-handler.js';

/**
 * Statuses are always sent with `enqueueNextState`: without it Connect refuses them while a contact is there, and a
 * contact may arrive between the choice and its arrival. Without a contact the flag changes nothing.
 */
export const statusCommands: CommandFamily<'setStatus' | 'queueStatus' | 'clearNextStatus' | 'goOffline'> = {
  setStatus: ({ statusId }, deps) => putStatus(deps, (state) => state.agentStateARN === statusId),
  queueStatus: ({ statusId }, deps) => putStatus(deps, (state) => state.agentStateARN === statusId),
  // Connect knows no clearing: a routable status chosen as the next one cancels what was queued.
  clearNextStatus: (_command, deps) => putStatus(deps, (state) => String(state.type) === 'routable'),
  goOffline: (_command, deps) => putStatus(deps, (state) => String(state.type) === 'offline'),
};

async function putStatus(
  { agent }: CommandDeps,
  isWanted: (state: connect.AgentStateDefinition) => boolean,
): Promise<CommandFailure | null> {
  const state = agent.getAgentStates().find(isWanted);
  if (state === undefined) return { reason: 'noStatus', detail: null };
  return callStreams((callbacks) => agent.setState(state, callbacks, { enqueueNextState: true }));
}
