import * as z from 'zod';

/** What keeps the Contact Control Panel from working, as far as we can tell. */
export const panelTroubleSchema = z.enum([
  /** No address is configured. */
  'noAddress',
  /** This computer has no network. */
  'noNetwork',
  /** The address cannot be reached: name, server or way there. */
  'unreachable',
  /** Something between this computer and Connect shows its own certificate or asks for a proxy password. */
  'intercepted',
  /** A certificate is not valid at the time this computer shows. */
  'clockWrong',
  /** The server answered, but not with a page: 4xx or 5xx. */
  'badAnswer',
  /** The page loaded and does not speak as a Contact Control Panel. */
  'notAPanel',
  /** The instance does not let our origin frame it. */
  'originRefused',
  /** Nobody is signed in. */
  'signedOut',
  /** The agent has just signed in, and the panel is not recognised all the same: its cookies do not come back. */
  'cookiesRefused',
  /** Connect refused the agent (403). */
  'accessDenied',
  /** The panel stopped answering after it worked. */
  'panelSilent',
  /** The panel answers, but nothing new has come from Connect for longer than it ever takes. */
  'stale',
  /** The computer slept; what the panel holds is old (amazon-connect-streams issue 1060). */
  'slept',
  /** The panel has tried to reach Connect too often and has stopped trying. */
  'gaveUp',
]);
export type PanelTrouble = z.infer<typeof panelTroubleSchema>;

/** How well we hear from Connect. */
export const healthSchema = z
  .object({
    phase: z.enum(['starting', 'ready', 'trouble']),
    trouble: panelTroubleSchema.nullable(),
    /** False while the panel's WebSocket is down; contacts may still arrive by polling. */
    webSocketUp: z.boolean(),
    /** Another panel of the same agent is open in this app; it may take the microphone. */
    otherPanel: z.boolean(),
    /** What is done about the trouble: a restart of the panel ends the audio of a call, so it waits for one. */
    recovery: z.enum(['none', 'afterCall', 'restarting']),
  })
  .readonly();
export type Health = z.infer<typeof healthSchema>;
