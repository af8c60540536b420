import * as z from 'zod';
import { maxConnectionIdLength, maxContactIdLength, maxStatusIdLength } from './id-lengths.js';
import { maxDigits } from './max-digits.js';

const contactId = z.string().min(1).max(maxContactIdLength);
const connectionId = z.string().min(1).max(maxConnectionIdLength);
const statusId = z.string().min(1).max(maxStatusIdLength);
const phoneNumber = z.string().min(1).max(64);

/** Who is brought into a call: a number in E.164, or a quick connect by its endpoint ARN. */
export const partyTargetSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('phoneNumber'), phoneNumber }).readonly(),
  z.object({ kind: z.literal('quickConnect'), endpointId: z.string().min(1).max(2_048) }).readonly(),
]);
export type PartyTarget = z.infer<typeof partyTargetSchema>;

/** What a keypad has; a comma is a pause. */
const digits = z
  .string()
  .max(maxDigits)
  .regex(/^[0-9*#,]+$/);

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
  /** Puts everybody who is talked to on hold. */
  z.object({ kind: z.literal('hold'), contactId }).readonly(),
  /** Goes on with a held call or a paused task. */
  z.object({ kind: z.literal('resume'), contactId }).readonly(),
  z.object({ kind: z.literal('pause'), contactId }).readonly(),
  z.object({ kind: z.literal('clear'), contactId }).readonly(),
  /** Shows the contact in the panel too. */
  z.object({ kind: z.literal('view'), contactId }).readonly(),
  /** Calls somebody into the call; everybody else is on hold until joined or swapped. */
  z.object({ kind: z.literal('addParty'), contactId, to: partyTargetSchema }).readonly(),
  /** Brings all parties together. */
  z.object({ kind: z.literal('join'), contactId }).readonly(),
  /** Changes who is talked to and who is on hold. */
  z.object({ kind: z.literal('swap'), contactId }).readonly(),
  /** The agent leaves, the others go on: what ends a transfer. */
  z.object({ kind: z.literal('leave'), contactId }).readonly(),
  z.object({ kind: z.literal('sendDigits'), contactId, digits }).readonly(),
  /** A supervisor is heard on the call that was only listened to. */
  z.object({ kind: z.literal('bargeIn'), contactId }).readonly(),
  /** A supervisor only listens again. */
  z.object({ kind: z.literal('listen'), contactId }).readonly(),
  z.object({ kind: z.literal('dropParty'), contactId, connectionId }).readonly(),
  z.object({ kind: z.literal('holdParty'), contactId, connectionId }).readonly(),
  z.object({ kind: z.literal('resumeParty'), contactId, connectionId }).readonly(),
  z.object({ kind: z.literal('muteParty'), contactId, connectionId }).readonly(),
  z.object({ kind: z.literal('unmuteParty'), contactId, connectionId }).readonly(),
  z.object({ kind: z.literal('mute') }).readonly(),
  z.object({ kind: z.literal('unmute') }).readonly(),
  z.object({ kind: z.literal('dial'), phoneNumber }).readonly(),
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
  /** The party has left the call. */
  'noParty',
  /** The quick connect is not in the list. */
  'noQuickConnect',
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
