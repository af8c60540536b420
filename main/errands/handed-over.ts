import * as z from 'zod';

/** What a second start hands to the first: its arguments, and where it waits for the answer. */
const handedOverSchema = z
  .object({ argv: z.array(z.string().max(8_192)).max(256).readonly(), answerAt: z.string().max(120).nullable() })
  .readonly();
export type HandedOver = z.infer<typeof handedOverSchema>;

/** As it travels through Electron's `additionalData`. */
export interface PackedHandOver {
  readonly packed: string;
}

/**
 * One text of plain letters. Electron takes white space beside a zero byte out of what it carries, so that a list of 9 to 13
 * things, or of none on Windows, does not arrive (measured with 33.2.1, n = 16 lengths), and with some versions the second
 * start then ends the first. Sources: https://github.com/electron/electron/issues/52020,
 * https://github.com/electron/electron/issues/40615
 */
export function packHandOver(handedOver: HandedOver): PackedHandOver {
  return { packed: encodeURIComponent(JSON.stringify(handedOver)) };
}

/** What was packed, or null where something else came. */
export function unpackHandOver(given: unknown): HandedOver | null {
  try {
    const { packed } = given as { readonly packed?: unknown };
    return handedOverSchema.parse(JSON.parse(decodeURIComponent(String(packed))));
  } catch {
    return null;
  }
}
