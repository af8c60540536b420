import * as z from 'zod';

/** Something that happened by itself and that the agent should know of. `who` is a name, a number or null. */
export const noticeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('missed'), who: z.string().nullable(), contactId: z.string() }).readonly(),
  /** After-contact work ended without our Clear; `workedMs` from the state ENDED to the contact's leaving. */
  z.object({ kind: z.literal('clearedByConnect'), who: z.string().nullable(), workedMs: z.number() }).readonly(),
  z.object({ kind: z.literal('clearedByAgent'), who: z.string().nullable(), workedMs: z.number() }).readonly(),
  /** Somebody was called into a call and never came onto it. */
  z.object({ kind: z.literal('partyDidNotAnswer'), who: z.string().nullable(), contactId: z.string() }).readonly(),
  z.object({ kind: z.literal('nextStatusTaken'), name: z.string() }).readonly(),
  z.object({ kind: z.literal('nextStatusCleared'), name: z.string() }).readonly(),
]);
export type Notice = z.infer<typeof noticeSchema>;
