import * as z from 'zod';
import { connectionSchema } from './connection.js';
import { maxContactIdLength } from './id-lengths.js';

export const contactChannelSchema = z.enum(['voice', 'queueCallback', 'chat', 'task', 'email', 'other']);
export type ContactChannel = z.infer<typeof contactChannelSchema>;

/**
 * The ten contact states of the agent event stream.
 * Source: https://docs.aws.amazon.com/connect/latest/adminguide/about-contact-states.html
 */
export const contactStateSchema = z.enum([
  'incoming',
  'pending',
  'connecting',
  'connected',
  'onHold',
  'paused',
  'missed',
  'error',
  'ended',
  'rejected',
]);
export type ContactState = z.infer<typeof contactStateSchema>;

/** One contact attribute. Both parts come from outside and are shown as text, never as markup or command. */
export const contactAttributeSchema = z.object({ name: z.string(), value: z.string() }).readonly();
export type ContactAttribute = z.infer<typeof contactAttributeSchema>;

/** A stretch of a contact's life: from `sinceMs` to the next one's, or until now. */
export const contactPhaseSchema = z.object({ state: contactStateSchema, sinceMs: z.number() }).readonly();
export type ContactPhase = z.infer<typeof contactPhaseSchema>;

/**
 * How an unanswered or broken contact came to its end, as well as Streams lets tell: it calls a miss, a decline and a
 * caller who gave up by the same states. `declined` is by this agent.
 */
export const contactEndingSchema = z.enum(['missed', 'declined', 'abandoned', 'failed']);
export type ContactEnding = z.infer<typeof contactEndingSchema>;

/** A supervisor on the call. */
export const supervisionSchema = z
  .object({
    /** `supervised`: somebody has barged in; `listening` and `barged`: this agent is the supervisor. */
    role: z.enum(['supervised', 'listening', 'barged']),
    mayBargeIn: z.boolean(),
    mayListen: z.boolean(),
  })
  .readonly();
export type Supervision = z.infer<typeof supervisionSchema>;

/** One contact. Times are the server's clock in ms since the epoch. */
export const contactSchema = z
  .object({
    /** Never one that a command could not name. */
    contactId: z.string().min(1).max(maxContactIdLength),
    channel: contactChannelSchema,
    direction: z.enum(['inbound', 'outbound']),
    /** A call of a campaign that is offered to look at before it is dialled. */
    preview: z.boolean(),
    state: contactStateSchema,
    /** When Connect's own state of the contact began; holding does not restart it. */
    sinceMs: z.number().nullable(),
    /** When the customer was put on hold; null when not held. */
    heldSinceMs: z.number().nullable(),
    /** Null while the contact is none of these. */
    ending: contactEndingSchema.nullable(),
    /** Every state this phone saw the contact in, oldest first; the last is the present one. */
    timeline: z.array(contactPhaseSchema).readonly(),
    /** The first contact of the conversation, such as the call before its transfer; null where it is this one. */
    initialContactId: z.string().nullable(),
    /** The contact this one came from without being its continuation, such as a task made in a call. */
    relatedContactId: z.string().nullable(),
    /** All who have not left, the agent included, in Connect's order. */
    connections: z.array(connectionSchema).readonly(),
    /** Whether more than one third party may be on the call. */
    multiParty: z.boolean(),
    /** Null while no supervisor takes part. */
    supervision: supervisionSchema.nullable(),
    customerName: z.string().nullable(),
    /** E.164 where Connect gave a telephone number. */
    phoneNumber: z.string().nullable(),
    queueName: z.string().nullable(),
    attributes: z.array(contactAttributeSchema).readonly(),
  })
  .readonly();
export type Contact = z.infer<typeof contactSchema>;
