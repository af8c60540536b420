import * as z from 'zod';
import { maxContactIdLength, maxStatusIdLength } from './id-lengths.js';

const contactId = z.string().min(1).max(maxContactIdLength);
const statusId = z.string().min(1).max(maxStatusIdLength);

/** Everything a surface may wish for. Surfaces emit commands; only the phone acts on them. */
export const commandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('setStatus'), statusId }).readonly(),
  z.object({ kind: z.literal('queueStatus'), statusId }).readonly(),
  z.object({ kind: z.literal('clearNextStatus') }).readonly(),
  /** Goes Offline, now or as next status while a contact lives. The status is found by type, never by name. */
  z.object({ kind: z.literal('goOffline') }).readonly(),
  z.object({ kind: z.literal('accept'), contactId }).readonly(),
  z.object({ kind: z.literal('reject'), contactId }).readonly(),
  z.object({ kind: z.literal('hangUp'), contactId }).readonly(),
  z.object({ kind: z.literal('hold'), contactId }).readonly(),
  z.object({ kind: z.literal('resume'), contactId }).readonly(),
  z.object({ kind: z.literal('clear'), contactId }).readonly(),
  z.object({ kind: z.literal('mute') }).readonly(),
  z.object({ kind: z.literal('unmute') }).readonly(),
  z.object({ kind: z.literal('dial'), phoneNumber: z.string().min(1).max(64) }).readonly(),
]);
export type Command = z.infer<typeof commandSchema>;
export type CommandKind = Command['kind'];

/** Why a command was not carried out. */
export const commandFailureReasonSchema = z.enum([
  /** The snapshot says it makes no sense now. */
  'notNow',
  /** Connect gave no answer in time; it may still happen. */
  'noAnswer',
  /** Connect answered no; `detail` is its type, such as InvalidStateException. */
  'refused',
  /** The sign-in has ended. */
  'signedOut',
  /** The contact is gone. */
  'noContact',
  /** The status is not in the agent's list. */
  'noStatus',
  /** Not a telephone number that can be dialled. */
  'badNumber',
  /** The phone is not there: its page is loading or was lost. */
  'noPhone',
]);
export type CommandFailureReason = z.infer<typeof commandFailureReasonSchema>;

export const commandFailureSchema = z
  .object({ reason: commandFailureReasonSchema, detail: z.string().max(256).nullable() })
  .readonly();
export type CommandFailure = z.infer<typeof commandFailureSchema>;
