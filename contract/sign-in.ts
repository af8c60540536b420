import * as z from 'zod';

const host = z.string().max(300);

/**
 * What the sign-in window cannot go on without; asked in our own window, as a page could imitate a question of its own.
 * - allowHost: it is about to show a host that nobody has allowed for this instance yet
 * - refused: it was led to an address that is never shown; said, not asked
 * - tooManyRedirects, noAnswer: it leads nowhere; again from the beginning, or not at all
 * - password: a server or a proxy asks for a name and a password
 * - certificate: a server asks for one of the certificates on this computer
 */
export const signInQuestionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('allowHost'), host }).readonly(),
  z.object({ kind: z.literal('refused'), host }).readonly(),
  z.object({ kind: z.literal('tooManyRedirects'), host }).readonly(),
  z.object({ kind: z.literal('noAnswer'), host }).readonly(),
  z.object({ kind: z.literal('password'), host, isProxy: z.boolean() }).readonly(),
  z.object({ kind: z.literal('certificate'), host, names: z.array(z.string()).readonly() }).readonly(),
]);
export type SignInQuestion = z.infer<typeof signInQuestionSchema>;

/** A question with the number its answer names; one is shown at a time. */
export const signInAskedSchema = z
  .object({ questionId: z.number().int().nonnegative(), question: signInQuestionSchema })
  .readonly();
export type SignInAsked = z.infer<typeof signInAskedSchema>;

export const signInAnswerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('yes') }).readonly(),
  z.object({ kind: z.literal('no') }).readonly(),
  z.object({ kind: z.literal('password'), user: z.string().max(1024), password: z.string().max(1024) }).readonly(),
  /** The place of the chosen one in `names`. */
  z.object({ kind: z.literal('certificate'), index: z.number().int().nonnegative() }).readonly(),
]);
export type SignInAnswer = z.infer<typeof signInAnswerSchema>;

/** What became of the wish to sign out. */
export const signOutOutcomeSchema = z.enum([
  /** The agent goes Offline and is then signed out. */
  'started',
  /** A customer is there: nothing was done. */
  'onContact',
]);
export type SignOutOutcome = z.infer<typeof signOutOutcomeSchema>;

/** How the last agent left. */
export const signedOutSchema = z
  .object({
    /** Name of the status that Connect was left with; null when Offline was confirmed. */
    stillIn: z.string().nullable(),
  })
  .readonly();
export type SignedOut = z.infer<typeof signedOutSchema>;
