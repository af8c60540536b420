import * as z from 'zod';
import { agentSchema } from './agent.js';
import { contactSchema } from './contact.js';
import { healthSchema } from './health.js';
import { noticeSchema } from './notice.js';
import { pendingSchema } from './pending.js';

/** The phone as one immutable value. Every surface is a function of it; only the phone makes it. */
export const phoneSnapshotSchema = z
  .object({
    /** Null until Connect told who is signed in. */
    agent: agentSchema.nullable(),
    /** In Connect's order. */
    contacts: z.array(contactSchema).readonly(),
    /** The contact the panel shows, as far as it told; null when it told of none. */
    viewedContactId: z.string().nullable(),
    /** Whether the agent is not heard: by the microphone, as Streams last confirmed it, or at Connect in a conference. */
    muted: z.boolean(),
    health: healthSchema,
    pending: pendingSchema,
    /** The latest thing that happened by itself, until something else happens. */
    notice: noticeSchema.nullable(),
    /** Local clock minus server clock in ms, moved only when it drifts noticeably. */
    skewMs: z.number(),
  })
  .readonly();
export type PhoneSnapshot = z.infer<typeof phoneSnapshotSchema>;
