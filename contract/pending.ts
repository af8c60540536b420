import * as z from 'zod';
import { commandFailureSchema, commandSchema } from './command.js';

/** A status the agent asked for that no snapshot has confirmed yet, or that failed. */
export const pendingStatusSchema = z
  .object({
    statusId: z.string(),
    name: z.string(),
    /** Whether it was asked for as the status now or as the next one. */
    as: z.enum(['status', 'nextStatus']),
    phase: z.enum(['waiting', 'failed']),
    failure: commandFailureSchema.nullable(),
  })
  .readonly();
export type PendingStatus = z.infer<typeof pendingStatusSchema>;

/** Our own commands on their way and the last one that failed. */
export const pendingSchema = z
  .object({
    status: pendingStatusSchema.nullable(),
    /** Commands sent and not settled, oldest first. */
    commands: z.array(commandSchema).readonly(),
    lastFailure: z.object({ command: commandSchema, failure: commandFailureSchema }).readonly().nullable(),
  })
  .readonly();
export type Pending = z.infer<typeof pendingSchema>;
