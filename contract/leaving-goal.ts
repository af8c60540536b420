import * as z from 'zod';

/**
 * What Offline is the way to: the end of the app, of the agent's session, a new version, rest after breakdowns, making
 * good a bad end of the run before, or the sleep of the computer.
 */
export const leavingGoalSchema = z.enum(['quit', 'signOut', 'update', 'rest', 'recover', 'sleep']);
export type LeavingGoal = z.infer<typeof leavingGoalSchema>;
