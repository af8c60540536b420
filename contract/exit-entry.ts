import * as z from 'zod';
import { commandFailureReasonSchema } from './command.js';
import { leavingGoalSchema } from './leaving-goal.js';

/**
 * Who asked to leave. The agent can be asked; the system sets a short limit; a crash is ours; recover makes good what a run
 * before left undone.
 */
export const exitCauseSchema = z.enum(['agent', 'system', 'crash', 'recover']);
export type ExitCause = z.infer<typeof exitCauseSchema>;

/** How a leaving ended. A status that waits for a contact to end is told apart from one that was taken. */
export const exitOutcomeSchema = z.enum(['nothingToConfirm', 'confirmed', 'queued', 'unconfirmed', 'chosen']);
export type ExitOutcome = z.infer<typeof exitOutcomeSchema>;

/** The range of times that a calendar has, so that every one can be shown. */
export const timeSchema = z.number().min(0).max(8_640_000_000_000_000);

/**
 * One leaving from the wish to its end, as the exit ledger keeps it. Times are ms since the epoch, local clock. It holds no
 * name of a person, no number and no address.
 */
export const exitReportSchema = z
  .object({
    goal: leavingGoalSchema,
    cause: exitCauseSchema,
    /** What was seen of the wish: `window-close`, `SIGTERM`, ... */
    what: z.string().max(64),
    askedAtMs: timeSchema,
    endedAtMs: timeSchema,
    /** The agent's status when the wish came, as the customer names it; null when nobody was known. */
    statusBefore: z.string().max(256).nullable(),
    contactsBefore: z.number().int().nonnegative(),
    attempts: z.number().int().nonnegative(),
    outcome: exitOutcomeSchema,
    lastReason: commandFailureReasonSchema.nullable(),
    code: z.number().int(),
  })
  .readonly();
export type ExitReport = z.infer<typeof exitReportSchema>;

/** The last sign of life of a run, as far as it holds for the agent. */
export const lastSignSchema = z
  .object({
    /** When the run was still there, ms since the epoch, local clock. It may have gone on for some seconds. */
    atMs: timeSchema,
    /** The agent's status, as the customer names it; null when the agent had signed out. */
    status: z.string().max(256).nullable(),
    /** Whether that status is of type offline. */
    offline: z.boolean(),
    contacts: z.number().int().nonnegative(),
  })
  .readonly();
export type LastSign = z.infer<typeof lastSignSchema>;

/** How a run of the app ended: as reported, or without a word, as when it is killed. */
export const exitEntrySchema = z
  .object({
    /** Null for a run of which nothing is known but that it began. */
    report: exitReportSchema.nullable(),
    startedAtMs: timeSchema,
    /** Of a run without a report; null with one, and where the run never knew an agent. */
    lastSign: lastSignSchema.nullable(),
    /** How long the agent is known to have stayed as left after the app had gone; null when it is not known. */
    ghostMs: z.number().nonnegative().nullable(),
    /** When the agent who was left in a status was set Offline after all, ms since the epoch; null when nobody did. */
    madeGoodAtMs: timeSchema.nullable(),
  })
  .readonly();
export type ExitEntry = z.infer<typeof exitEntrySchema>;
