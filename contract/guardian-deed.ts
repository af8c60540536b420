/** Why the guardian acted: the app ended, or it said nothing for too long. */
export type GuardianCause = 'ended' | 'silent';

export type GuardianMeans = 'hook' | 'relaunch';

/**
 * What the guardian did. Made of words and numbers of ours only, so that no address, token or cookie can get in.
 * - armed, disarmed, bye: what it was told
 * - woke: it stood still itself, as in a suspend, so that the app's silence meant nothing
 * - acting: the app died or hangs
 * - answered: the app speaks again, nothing more is done
 * - tried: one try came to nothing
 * - killed: it ended the app that hung
 * - offline: the agent was set Offline
 * - adopted: a newer app of the profile runs, which the agent belongs to now
 * - loginExpired: a hidden start would need a sign-in
 * - gaveUp: nothing helped for as long as a sign-in lasts
 */
export type GuardianDeed =
  | {
      readonly kind:
        | 'armed'
        | 'disarmed'
        | 'bye'
        | 'woke'
        | 'answered'
        | 'killed'
        | 'adopted'
        | 'loginExpired'
        | 'gaveUp';
    }
  | { readonly kind: 'acting'; readonly cause: GuardianCause }
  | { readonly kind: 'tried'; readonly by: GuardianMeans; readonly exitCode?: number | null }
  | { readonly kind: 'offline'; readonly by: GuardianMeans };

/** A deed as it stands in the guardian's log, one JSON value a line. */
export type GuardianDeedLine = GuardianDeed & { readonly atMs: number; readonly epoch: number | null };

/** The guardian's log, inside the profile's folder of logs. */
export const guardianLogName = 'guardian.ndjson';
