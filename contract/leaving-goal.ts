import * as z from 'zod';

/**
 * What Offline is the way to: the end of the app, of the agent's session, a new version, rest after breakdowns, or making
 * good a bad end of the run before.
 */
export const leavingGoalSchema = z.enum(['quit', 'signOut', 'update', 'rest', 'recover']);
export type LeavingGoal = z.infer<typeof leavingGoalSchema>;
