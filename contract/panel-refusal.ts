import * as z from 'zod';

/** Host and port, or a scheme where there is no host. */
const host = z.string().max(300);

/**
 * What a page wished for and did not get, so that the agent does not wait for it.
 * - unsafeWindow: a window with an address that is never opened
 * - tooManyWindows: one window more than may be open, or asked for in a short time
 * - leaving: the panel would have gone elsewhere, and with it a call
 * - logOut: the agent wanted to log out in the panel while a customer is there
 */
export const panelRefusalSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('unsafeWindow'), host }).readonly(),
  z.object({ kind: z.literal('tooManyWindows') }).readonly(),
  z.object({ kind: z.literal('leaving'), host }).readonly(),
  z.object({ kind: z.literal('logOut') }).readonly(),
]);
export type PanelRefusal = z.infer<typeof panelRefusalSchema>;
