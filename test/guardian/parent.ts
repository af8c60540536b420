import { createInterface } from 'node:readline';
import type { GuardianOrder } from '../../contract/guardian-message.js';
import { openGuardian } from '../../main/guardian/guardian-link.js';
import { createGuardianLauncher } from '../../main/guardian/launch-guardian.js';

/*
 * Stands for the app in tests of the guardian: a process that can be stopped and killed, with the desktop side's own link
 * and launcher in it. Takes one JSON value a line, tells each change of the link.
 */
export type ParentRequest =
  | { readonly do: 'arm'; readonly order: GuardianOrder }
  | { readonly do: 'jar'; readonly text: string }
  | { readonly do: 'disarm' }
  /** Ends the process in the same breath. */
  | { readonly do: 'bye' };

const [executable = '', logFolder = ''] = process.argv.slice(2);
const say = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);
const link = openGuardian({
  launcher: createGuardianLauncher(executable, logFolder),
  onChange: say,
  record: () => undefined,
});

createInterface(process.stdin).on('line', (line) => {
  const request: ParentRequest = JSON.parse(line);
  switch (request.do) {
    case 'arm':
      link.arm({ ...request.order, parentPid: process.pid });
      return;
    case 'jar':
      link.setJar(Buffer.from(request.text));
      return;
    case 'disarm':
      link.disarm();
      return;
    case 'bye':
      link.bye();
      process.exit(0);
  }
});
