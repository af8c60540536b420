import * as z from 'zod';
import { timeSchema } from './exit-entry.js';

/**
 * What the disk knows of the agent, for whoever looks after a run that died: the guardian and the next start. Written before
 * somebody is left to it and once Offline is confirmed. It holds no name of a person and nothing secret.
 */
export const presenceMarkerSchema = z
  .object({
    version: z.literal(1),
    /** Grows with each run of the app; whoever acts for an older one than this stops. */
    epoch: z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
    /** Whether the agent may be other than Offline. */
    armed: z.boolean(),
    /** Address of the panel the agent works on; '' when nobody ever did. */
    ccpUrl: z.string().max(2_048),
    /** The agent's ARN; null when nobody ever came or Connect does not tell. */
    agentId: z.string().max(2_048).nullable(),
    /** As the customer names it; null when nobody ever came. */
    statusName: z.string().max(256).nullable(),
    /** When this was written, local clock. */
    atMs: timeSchema,
  })
  .readonly();
export type PresenceMarker = z.infer<typeof presenceMarkerSchema>;
