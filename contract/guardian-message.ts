/*
 * What the desktop side writes to its guardian: one line a message. All but the jar are JSON. No checks of zod here: they
 * would cost the guardian 10 MB for as long as an agent is signed in (docs/adr/0017-the-guardian-is-a-node-of-its-own.md).
 */

/** The customer's own way to set this agent Offline. */
export interface GuardianHook {
  /** Without the last part of its path, `/offline`. */
  readonly url: string;
  readonly token: string;
  readonly agentId: string;
}

/** How the app is started hidden, to do nothing but go Offline. Never with a secret: others on the machine see it. */
export interface GuardianRelaunch {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
}

/** What the guardian does when the app dies. */
export interface GuardianOrder {
  /** Number of this stretch of work; a later one of the same agent is higher. */
  readonly epoch: number;
  /** A JSON file with the `epoch` of the newest stretch of work in this profile. */
  readonly markerFile: string;
  readonly hook: GuardianHook | null;
  readonly relaunch: GuardianRelaunch;
  /** The process to end when it says nothing any more. */
  readonly parentPid: number;
}

/**
 * A message of one line.
 * - arm: an agent may be other than Offline; replaces an earlier order
 * - beat: the desktop side is alive; each second while armed
 * - disarm: Offline is confirmed; order and jar are forgotten, the guardian stays
 * - bye: the app ends as it should; the guardian ends too
 */
export type GuardianMessage =
  | ({ readonly kind: 'arm' } & GuardianOrder)
  | { readonly kind: 'beat' }
  | { readonly kind: 'disarm' }
  | { readonly kind: 'bye' };

/** Begins a line whose rest is the cookie jar, in bytes that the guardian keeps and passes on but never reads. */
export const jarPrefix = 'jar ';

/** How often the desktop side says that it is alive. */
export const beatIntervalMs = 1_000;

/** Of a line with its end; a longer one is dropped. */
export const maxLineBytes = 1_000_000;

/** What the app, started to go Offline, says with its exit code; any other is a failure and tried again. */
export const recoverExitCode = {
  /** Connect shows the agent Offline. */
  offline: 0,
  /** Another app runs on this profile, which the agent belongs to now. */
  adopted: 5,
  /** Connect wants a sign-in, so nothing can be done from here. */
  loginExpired: 6,
} as const;
