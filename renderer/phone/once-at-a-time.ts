import type { Command, CommandFailure, CommandKind } from '../../contract/command.js';

/** Commands that do harm when they are carried out twice: somebody is called twice, or is swapped back. */
const HARMFUL_TWICE: ReadonlySet<CommandKind> = new Set(['dial', 'addParty', 'swap']);

type Execute = (command: Command) => Promise<CommandFailure | null>;

/** Makes the same wish one wish while it is on its way, as for a key that is pressed twice: both get its outcome. */
export function onceAtATime(execute: Execute): Execute {
  const underWay = new Map<string, Promise<CommandFailure | null>>();
  return (command) => {
    if (!HARMFUL_TWICE.has(command.kind)) return execute(command);
    const wish = JSON.stringify(command);
    const outcome = underWay.get(wish) ?? execute(command).finally(() => underWay.delete(wish));
    underWay.set(wish, outcome);
    return outcome;
  };
}
