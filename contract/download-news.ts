import * as z from 'zod';

/** A name that is safe to show and to save under. */
const name = z.string().min(1).max(255);

/** What became of a file that the panel offered. Only a saved one can be shown, by its id; none is ever opened. */
export const downloadNewsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('saved'), name, downloadId: z.number().int().nonnegative() }).readonly(),
  /** Its type can start a program. */
  z.object({ kind: z.literal('program'), name }).readonly(),
  /** It does not come from the panel, or not over a secure connection. */
  z.object({ kind: z.literal('foreign'), name }).readonly(),
  z.object({ kind: z.literal('tooLarge'), name, limitMb: z.number().int().positive() }).readonly(),
  z.object({ kind: z.literal('failed'), name }).readonly(),
]);
export type DownloadNews = z.infer<typeof downloadNewsSchema>;
