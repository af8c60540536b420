/** Between two looks at the clock. */
export const tickMs = 1_000;
/** Looks further apart than this mean that this process itself stood still: suspend, or a stop signal. */
export const stoodStillMs = 3_000;
/** So long the app may say nothing. */
export const silenceMs = 10_000;
/** After standing still the app gets this long, whatever else holds. */
export const graceMs = 15_000;
/** An app that hangs is left alone until it has said nothing for this long. */
export const killSilenceMs = 20_000;
/** From the kill to the end of the pipe. */
export const dyingMs = 5_000;

export const hookTries = 3;
/** For all tries of the hook together. */
export const hookWindowMs = 5_000;
export const hookTryMs = 2_000;
/** Pause before the second and the third try. */
export const hookPausesMs: readonly number[] = [250, 500];

export const relaunchBudgetMs = 30_000;

/** Between two rounds of hook and relaunch; the last one stays. */
export const roundPausesMs: readonly number[] = [5_000, 10_000, 20_000, 40_000, 60_000];
/** No sign-in to Connect lasts longer (https://repost.aws/knowledge-center/connect-troubleshoot-ccp). */
export const giveUpMs = 12 * 60 * 60_000;
