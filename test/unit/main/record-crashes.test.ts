import { EventEmitter } from 'node:events';
import { expect, it } from 'vitest';
import type { Log } from '../../../main/app/log.js';
import { recordCrashes } from '../../../main/app/record-crashes.js';

function watch() {
  const lines: unknown[] = [];
  const process = new EventEmitter();
  const log: Log = { write: (event, facts) => lines.push([event, facts]) };
  recordCrashes(process as unknown as NodeJS.Process, log);
  return { process, lines };
}

it('records an exception nobody caught with its stack and goes on', () => {
  const { process, lines } = watch();
  const error = new Error('lost');
  process.emit('uncaughtException', error);
  expect(lines).toEqual([['uncaught-exception', { error: error.stack }]]);
});

it.each([
  [new Error('lost'), expect.stringContaining('Error: lost')],
  ['a bare word', 'a bare word'],
  [undefined, 'undefined'],
])('records a rejection nobody caught, whatever was thrown: %s', (reason, error) => {
  const { process, lines } = watch();
  process.emit('unhandledRejection', reason);
  expect(lines).toEqual([['unhandled-rejection', { error }]]);
});
