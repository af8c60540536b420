import * as z from 'zod';
import { commandSchema } from './command.js';
import { downloadNewsSchema } from './download-news.js';
import { askedErrandSchema, errandRefusalSchema, maxDialTextLength } from './errand.js';
import { timeSchema } from './exit-entry.js';
import { guardStateSchema } from './guard-state.js';
import { headsetCandidatesSchema } from './headset-choice.js';
import { panelTroubleSchema } from './health.js';
import { hotkeySchema } from './hotkey.js';
import { leavingSchema } from './leaving.js';
import { panelRefusalSchema } from './panel-refusal.js';
import { settingsProblemSchema, settingsSchema } from './settings.js';
import { signInAskedSchema } from './sign-in.js';

/** Everything the desktop side tells the page. */
export const events = {
  /** A command from another surface or from the presence gate; answered by the request `settleCommand`. */
  executeCommand: z.object({ commandId: z.number().int().nonnegative(), command: commandSchema }).readonly(),
  /** What the network stack saw of the panel's frame; null when it loaded well. */
  panelLoaded: panelTroubleSchema.nullable(),
  /** The computer has woken up from sleep. */
  woke: z.undefined(),
  /** What became of a file that the panel offered. */
  downloaded: downloadNewsSchema,
  /** A page wished for something and did not get it. */
  panelRefused: panelRefusalSchema,
  /** What to show of a leaving; null when it goes on. */
  showLeaving: leavingSchema.nullable(),
  /** The agent closes the window and has not chosen yet what that does; answered by the request `answerClosing`. */
  askClosing: z.undefined(),
  /** Whether a second process watches over the app. */
  guardChanged: guardStateSchema,
  /** What the sign-in window cannot go on without; null when there is nothing. Answered by `answerSignIn`. */
  askSignIn: signInAskedSchema.nullable(),
  /**
   * This computer was not reachable for so long that the customer's hook has set the agent Offline, or, where its word is
   * missing, should have.
   */
  leaseExpired: z.object({ unreachableMs: timeSchema.nullable(), sure: z.boolean() }).readonly(),
  /** Keys of the whole system that were not given, at the start or after sleep. */
  hotkeysFailed: z.array(hotkeySchema).readonly(),
  /** A key asks for the menu of statuses. */
  openStatusMenu: z.undefined(),
  /** Somebody outside of the window wishes to call what this text says. */
  dialAsked: z.object({ text: z.string().max(maxDialTextLength) }).readonly(),
  /** The settings as they are from now on. */
  settingsChanged: z
    .object({ settings: settingsSchema, problems: z.array(settingsProblemSchema).readonly() })
    .readonly(),
  /** The page asked for a headset and several are there; null when the choice is over. Answered by `chooseHeadset`. */
  headsetsOffered: headsetCandidatesSchema.nullable(),
  /**
   * A link or a command line wants this; null when it does no longer. `confirm`: the agent is asked first. Answered by
   * `settleErrand`.
   */
  errandAsked: z
    .object({ errandId: z.number().int().nonnegative(), errand: askedErrandSchema, confirm: z.boolean() })
    .readonly()
    .nullable(),
  /** What a link wanted and did not get. */
  errandRefused: errandRefusalSchema,
  /** The app ends on a call: headsets are to show that there is none. Answered by `headsetsDark`. */
  darkenHeadsets: z.undefined(),
} as const;

export type Events = typeof events;
export type EventName = keyof Events;
export type EventPayload<Name extends EventName> = z.infer<Events[Name]>;
