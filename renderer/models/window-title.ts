import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';

/** The window's title: status and next status, for the task bar. */
export function windowTitle({ agent }: PhoneSnapshot, words: Words): string {
  if (agent === null) return words.appName;
  const next = agent.nextStatus === null ? [] : [words.status.next(agent.nextStatus.name)];
  return [agent.availability.name, ...next, words.appName].join(' - ');
}
