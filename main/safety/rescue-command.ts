import type { GuardianRelaunch } from '../../contract/guardian-message.js';
import { withoutErrands } from '../errands/read-command-line.js';
import { recoverSwitch } from '../rescue/recover-switch.js';

/** What this process was started with. */
export interface StartedWith {
  readonly execPath: string;
  /** `process.argv` */
  readonly argv: readonly string[];
  readonly packaged: boolean;
}

/** Belong to the one start that had them. */
const passing = /^--(?:inspect|remote-debugging|recover$|ccp-url=)/;

/**
 * How this app is started hidden on the same profile. The panel of an unpackaged app may be of this run only, so it is named;
 * a packaged one reads it where it has read it before.
 */
export function rescueCommand({ execPath, argv, packaged }: StartedWith, ccpUrl: string): GuardianRelaunch {
  const args = withoutErrands(argv.slice(1)).filter((argument) => !passing.test(argument));
  const panel = packaged ? [] : [`--ccp-url=${ccpUrl}`];
  return { command: execPath, args: [...args, ...panel, recoverSwitch], cwd: process.cwd() };
}
