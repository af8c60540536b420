import * as z from 'zod';
import { commandFailureReasonSchema } from './command.js';

/**
 * What the window shows while the app is being left. The presence gate decides; the window only shows and answers.
 * - settingOffline: an attempt is running
 * - onContact: the agent must choose what becomes of the live contacts
 * - confirmEnd: the agent chose to end the call with the customer and is asked once more
 * - whenClear: the app leaves when the contacts are gone and Offline is confirmed
 * - notConfirmed: every attempt was spent
 * - givenUp: the panel broke down too often; Offline is confirmed and the panel is not restarted by itself any more
 */
export const leavingViewSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('settingOffline') }).readonly(),
  z.object({ kind: z.literal('onContact') }).readonly(),
  z.object({ kind: z.literal('confirmEnd') }).readonly(),
  z.object({ kind: z.literal('whenClear') }).readonly(),
  z.object({ kind: z.literal('notConfirmed'), reason: commandFailureReasonSchema.nullable() }).readonly(),
  z.object({ kind: z.literal('givenUp') }).readonly(),
]);
export type LeavingView = z.infer<typeof leavingViewSchema>;

/** What Offline is the way to: the end of the app, of the agent's session, a new version, or rest after breakdowns. */
export const leavingGoalSchema = z.enum(['quit', 'signOut', 'update', 'rest']);
export type LeavingGoal = z.infer<typeof leavingGoalSchema>;

export const leavingSchema = z.object({ goal: leavingGoalSchema, view: leavingViewSchema }).readonly();
export type Leaving = z.infer<typeof leavingSchema>;

/** `quitAnyway` goes on to the goal without a confirmation. */
export const leavingChoiceSchema = z.enum(['stay', 'quitWhenClear', 'endAndQuit', 'tryAgain', 'quitAnyway']);
export type LeavingChoice = z.infer<typeof leavingChoiceSchema>;
