import { recoverExitCode } from '../../contract/guardian-message.js';

/** What a rescue run ends with: what the guardian goes by, and that it is worth trying again. */
export const rescueCodes = { ...recoverExitCode, failed: 3 } as const;
export type RescueCode = (typeof rescueCodes)[keyof typeof rescueCodes];
