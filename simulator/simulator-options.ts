import type { StatusOption } from './agent-status.js';
import type { Clock } from './clock.js';
import type { Channel } from './contact.js';
import type { Habits } from './habits.js';
import type { IdentityHabits } from './identity-provider.js';
import type { SessionKind } from './session.js';

/** The agent who works in the simulated centre. */
export interface AgentOptions {
  /** First and last name; 'Ada Agent' unless given. */
  readonly name?: string | undefined;
  readonly username?: string | undefined;
  /** Name of a status; the first offline one, 'Offline', unless given. */
  readonly initialStatus?: string | undefined;
  readonly softphoneEnabled?: boolean | undefined;
  readonly softphoneAutoAccept?: boolean | undefined;
  /** Channels besides voice whose contacts are accepted for the agent; none unless given. */
  readonly autoAccept?: readonly Exclude<Channel, 'voice' | 'queue_callback'>[] | undefined;
}

/** How to set the simulator up; everything has a default. */
export interface SimulatorOptions extends Partial<Habits> {
  /** Port of the pretend website on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number | undefined;
  /** Port of the control on 127.0.0.1; 0, the default, takes a free one. */
  readonly controlPort?: number | undefined;
  /** Seed of ids and customers; 1 unless given. Tokens are always random. */
  readonly seed?: number | undefined;
  readonly clock?: Clock | undefined;
  /** CSP sources that may frame the CCP. */
  readonly approvedOrigins?: readonly string[] | undefined;
  /** File that gets the agent event stream, one event per line. */
  readonly streamFile?: string | undefined;
  /** File that gets the request log, one request per line. */
  readonly requestLogFile?: string | undefined;
  /** Folder of the built page files; found beside the bundle unless given. */
  readonly assetsDir?: string | undefined;
  readonly agent?: AgentOptions | undefined;
  /** Others who may sign in at the same desk, by the user names of the instance's own sign-in form; nobody unless given. */
  readonly colleagues?: readonly AgentOptions[] | undefined;
  readonly statuses?: readonly StatusOption[] | undefined;
  /** Whether the agent is signed in at the start; true unless given. */
  readonly signedIn?: boolean | undefined;
  /** What decides who is signed in; the server unless given. With `cookie` nobody is signed in at the start. */
  readonly session?: SessionKind | undefined;
  /** Time from sign-in until the session runs out; for ever unless given. */
  readonly sessionLifetimeMs?: number | undefined;
  /** Puts a company's identity provider, at a host of its own, in place of the instance's sign-in form. */
  readonly identityProvider?: Partial<IdentityHabits> | undefined;
  /** Port of the identity provider; 0, the default, takes a free one. */
  readonly identityPort?: number | undefined;
  /** Whether the CCP's worker knows the calls the public library lacks; true unless given. */
  readonly shims?: boolean | undefined;
  /**
   * Time after which the CCP's worker gives a request up; the library's own 120 s unless given. It must be longer than
   * `longPollHoldMs`, or every idle poll is given up.
   */
  readonly httpTimeoutMs?: number | undefined;
  /** Time after which a poll is answered though nothing changed; 25 s unless given. */
  readonly longPollHoldMs?: number | undefined;
  /** Number of quick connects of all three kinds; the instance's own four unless given. */
  readonly quickConnects?: number | undefined;
}

/** Hosts of ours under development: the app's own origin, and anything served from this machine. */
export const defaultApprovedOrigins: readonly string[] = [
  'https://switchhook.localhost',
  'https://switchhook.localhost:*',
  'http://localhost:*',
  'https://localhost:*',
  'http://127.0.0.1:*',
  'https://127.0.0.1:*',
];
