import * as z from 'zod';

/** The schemes of links that this app opens. */
export const linkSchemes = ['tel', 'callto', 'sip', 'sips', 'switchhook'] as const;
export const linkSchemeSchema = z.enum(linkSchemes);
export type LinkScheme = z.infer<typeof linkSchemeSchema>;

/** Who opens the links of a scheme on this computer. */
export const linkOwnerSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ours') }).readonly(),
  /** This app is known to the system, and another one was chosen; `name` is as the system calls it. */
  z.object({ kind: z.literal('another'), name: z.string().max(200) }).readonly(),
  /** This app is known to the system, and none was chosen. */
  z.object({ kind: z.literal('nobody') }).readonly(),
  /** The system does not know that this app opens links. */
  z.object({ kind: z.literal('notRegistered') }).readonly(),
]);
export type LinkOwner = z.infer<typeof linkOwnerSchema>;

export const linkStateSchema = z.object({ scheme: linkSchemeSchema, owner: linkOwnerSchema }).readonly();
export type LinkState = z.infer<typeof linkStateSchema>;
