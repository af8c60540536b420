import { isPlainHost } from '../../contract/plain-host.js';

/** What the command line and the environment say; read once, by `readEnvironment`. */
export interface Environment {
  /** The instance to start on, which wins over the stored one and is not stored. */
  readonly ccpUrl: string | null;
  /** Why a `--ccp-url` was not taken, as one sentence for the terminal. */
  readonly refusal: string | null;
}

/** The parts of a process that are read; handed in so that tests need no process. */
export interface ProcessFacts {
  readonly argv: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether this is an installed build, which takes its instance from settings and policy only. */
  readonly packaged: boolean;
}

const ccpUrlSwitch = '--ccp-url=';

/** Reads the switches that development and acceptance checks use. */
export function readEnvironment({ argv, env, packaged }: ProcessFacts): Environment {
  const given = argv.find((argument) => argument.startsWith(ccpUrlSwitch))?.slice(ccpUrlSwitch.length);
  const ccpUrl = given ?? env['SWITCHHOOK_CCP_URL'] ?? '';
  if (ccpUrl === '') return { ccpUrl: null, refusal: null };
  if (packaged) return { ccpUrl: null, refusal: 'An installed Switchhook takes its address from settings or policy.' };
  if (!isPanelAddress(ccpUrl, true)) {
    return { ccpUrl: null, refusal: `Not an address of a Contact Control Panel, so it was not used: ${ccpUrl}` };
  }
  return { ccpUrl, refusal: null };
}

const loopbackHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/**
 * Whether this may be framed as a Contact Control Panel: https anywhere, without credentials. `mayBeLocal` also takes http
 * on this machine, for the simulator; installed builds do not.
 */
export function isPanelAddress(address: string, mayBeLocal: boolean): boolean {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  if (url.username !== '' || url.password !== '' || !isPlainHost(url.hostname)) return false;
  return url.protocol === 'https:' || (mayBeLocal && url.protocol === 'http:' && loopbackHosts.has(url.hostname));
}
