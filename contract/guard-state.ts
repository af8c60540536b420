import * as z from 'zod';

/**
 * Whether a second process watches over the app, to set the agent Offline when the app is killed.
 * - nobody: nobody is to be watched over; the agent is Offline or signed out
 * - starting: one is on its way
 * - missing: its file is not there
 * - keepsEnding: it ended again and again, as when a policy of this computer forbids it
 * - off: the settings want none
 * - notNoted: the disk does not take who is to be watched over, so that the next start would not know
 */
export const guardStateSchema = z.enum(['on', 'nobody', 'starting', 'missing', 'keepsEnding', 'off', 'notNoted']);
export type GuardState = z.infer<typeof guardStateSchema>;
