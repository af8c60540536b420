import * as z from 'zod';
import { commandFailureReasonSchema } from './command.js';
import { exitOutcomeSchema, timeSchema } from './exit-entry.js';
import { leavingGoalSchema } from './leaving-goal.js';

/**
 * What the window shows while the app is being left. The presence gate decides; the window only shows and answers.
 * - settingOffline: an attempt is running
 * - onContact: the agent must choose what becomes of the live contacts
 * - confirmEnd: the agent chose to end the call with the customer and is asked once more
 * - whenClear: the app leaves when the contacts are gone and Offline is confirmed
 * - notConfirmed: every attempt was spent
 * - closedBadly: a run before ended without Offline; what has become of it now
 * - wentToSleep: the computer went to sleep; what has become of it
 * - givenUp: the panel broke down too often; Offline is confirmed and the panel is not restarted by itself any more
 */
export const leavingViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settingOffline') }).readonly(),
  z.object({ kind: z.literal('onContact') }).readonly(),
  z.object({ kind: z.literal('confirmEnd') }).readonly(),
  z.object({ kind: z.literal('whenClear') }).readonly(),
  z.object({ kind: z.literal('notConfirmed'), reason: commandFailureReasonSchema.nullable() }).readonly(),
  z.object({ kind: z.literal('givenUp') }).readonly(),
  z.object({ kind: z.literal('wentToSleep'), outcome: exitOutcomeSchema }).readonly(),
  z
    .object({
      kind: z.literal('closedBadly'),
      outcome: exitOutcomeSchema,
      /** When the agent was last known to be other than Offline, ms since the epoch, local clock; null when not known. */
      sinceMs: timeSchema.nullable(),
    })
    .readonly(),
]);
export type LeavingView = z.infer<typeof leavingViewSchema>;

export const leavingSchema = z.object({ goal: leavingGoalSchema, view: leavingViewSchema }).readonly();
export type Leaving = z.infer<typeof leavingSchema>;

/** `quitAnyway` goes on to the goal without a confirmation. */
export const leavingChoiceSchema = z.enum(['stay', 'quitWhenClear', 'endAndQuit', 'tryAgain', 'quitAnyway']);
export type LeavingChoice = z.infer<typeof leavingChoiceSchema>;
