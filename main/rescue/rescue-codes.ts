/** What a rescue run ends with; the guardian goes by it. */
export const rescueCodes = {
  /** Offline is confirmed, or there is nobody to be set Offline. */
  done: 0,
  /** Connect did not confirm in time; it is worth trying again. */
  failed: 3,
  /** The phone itself runs or was started: it looks after the agent now. */
  adopted: 5,
  /** Nobody is signed in any more, so nothing can be done without the agent. */
  signedOut: 6,
} as const;
export type RescueCode = (typeof rescueCodes)[keyof typeof rescueCodes];
