import * as z from 'zod';
import { maxStatusIdLength } from './id-lengths.js';

/** A longer text is no telephone number. */
export const maxDialTextLength = 300;

const statusId = z.string().min(1).max(maxStatusIdLength);

/** What somebody outside of the window wants and the page carries out: a call, or a status that Connect has. */
export const askedErrandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('dial'), text: z.string().max(maxDialTextLength) }).readonly(),
  z.object({ kind: z.literal('setStatus'), statusId, name: z.string().max(512) }).readonly(),
  z.object({ kind: z.literal('queueStatus'), statusId, name: z.string().max(512) }).readonly(),
]);
export type AskedErrand = z.infer<typeof askedErrandSchema>;

/** Why something that was wished for from outside of the window is not done. */
export const errandRefusalSchema = z.discriminatedUnion('kind', [
  /** A link that cannot be read, or to nothing that a link may do. */
  z.object({ kind: z.enum(['badLink', 'notForLinks']) }).readonly(),
  /** Too many came, or one still waits for the agent's answer. */
  z.object({ kind: z.literal('tooMany') }).readonly(),
  z.object({ kind: z.enum(['onCall', 'mayNotDial', 'leaving', 'notSignedIn', 'noContact']) }).readonly(),
  z
    .object({
      kind: z.enum(['unknownStatus', 'ambiguousStatus']),
      name: z.string(),
      statuses: z.array(z.string()).readonly(),
    })
    .readonly(),
]);
export type ErrandRefusal = z.infer<typeof errandRefusalSchema>;
