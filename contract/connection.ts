import * as z from 'zod';
import { maxConnectionIdLength } from './id-lengths.js';

/** Who a connection is: the agent of this desk, the customer, somebody called into the call, a supervisor who is heard. */
export const partySchema = z.enum(['agent', 'customer', 'thirdParty', 'supervisor']);
export type Party = z.infer<typeof partySchema>;

/** One party of a contact that has not left. Times are the server's clock in ms since the epoch. */
export const connectionSchema = z
  .object({
    connectionId: z.string().min(1).max(maxConnectionIdLength),
    party: partySchema,
    /** Of the quick connect, or of the agent who is listened to; null where there is none. */
    name: z.string().nullable(),
    /** E.164 where Connect gave a telephone number. */
    phoneNumber: z.string().nullable(),
    state: z.enum(['connecting', 'connected', 'onHold']),
    sinceMs: z.number().nullable(),
    /** Muted at Connect, which every party hears of; the microphone's own mute is `PhoneSnapshot.muted`. */
    muted: z.boolean(),
    /** A supervisor has muted this party, who cannot unmute. */
    muteLocked: z.boolean(),
  })
  .readonly();
export type Connection = z.infer<typeof connectionSchema>;
