import * as z from 'zod';
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

/** One contact. Times are the server's clock in ms since the epoch. */
export const contactSchema = z
  .object({
    /** Never one that a command could not name. */
    contactId: z.string().min(1).max(maxContactIdLength),
    channel: contactChannelSchema,
    direction: z.enum(['inbound', 'outbound']),
    state: contactStateSchema,
    /** When Connect's own state of the contact began; holding does not restart it. */
    sinceMs: z.number().nullable(),
    /** When the customer was put on hold; null when not held. */
    heldSinceMs: z.number().nullable(),
    customerName: z.string().nullable(),
    /** E.164 where Connect gave a telephone number. */
    phoneNumber: z.string().nullable(),
    queueName: z.string().nullable(),
    attributes: z.array(contactAttributeSchema).readonly(),
  })
  .readonly();
export type Contact = z.infer<typeof contactSchema>;
