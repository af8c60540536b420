import * as z from 'zod';
import { acceleratorSchema } from './accelerator-schema.js';
import { choiceSchema } from './choice.js';
import { closingAnswerSchema } from './closing.js';
import { commandFailureSchema } from './command.js';
import { exitEntrySchema, timeSchema } from './exit-entry.js';
import { guardStateSchema } from './guard-state.js';
import { headsetIdentitySchema } from './headset.js';
import { hotkeyActionSchema, hotkeySchema } from './hotkey.js';
import { leavingChoiceSchema } from './leaving.js';
import { linkStateSchema } from './link-state.js';
import { settingsProblemSchema, settingsSchema } from './settings.js';
import { signedOutSchema, signInAnswerSchema, signOutOutcomeSchema } from './sign-in.js';
import { phoneSnapshotSchema } from './snapshot.js';

const nothing = z.undefined();

/** The simulator that a checkout carries. */
export const simulatorInfoSchema = z
  .object({
    /** Address of the trainer's panel while the phone is on the simulator; null otherwise. */
    trainerPanel: z.url().max(2048).nullable(),
  })
  .readonly();
export type SimulatorInfo = z.infer<typeof simulatorInfoSchema>;

/** What the page needs to know once, when it starts. */
export const startInfoSchema = z
  .object({
    version: z.string(),
    settings: settingsSchema,
    settingsProblems: z.array(settingsProblemSchema).readonly(),
    /** BCP 47, as the operating system has it. */
    locale: z.string(),
    /** The last agent has signed out and nobody has come since; null when not. */
    signedOut: signedOutSchema.nullable(),
    /** Null where there is none, as in an installed build. */
    simulator: simulatorInfoSchema.nullable(),
    /** How the run before this one ended, if it may have left the agent in a status. */
    uncleanEnd: exitEntrySchema.nullable(),
    /**
     * The run before left an agent in a status: until the desktop side says otherwise by the event `showLeaving`, whoever is
     * there must not choose another.
     */
    recovering: z.boolean(),
    guard: guardStateSchema,
    /** From when a broken page or panel is started anew again, ms since the epoch; null when it is now. */
    restartsBlockedUntilMs: timeSchema.nullable(),
  })
  .readonly();
export type StartInfo = z.infer<typeof startInfoSchema>;

/** Where to work from now on; '' where there is nothing to say. */
export const addressChangeSchema = z
  .object({
    ccpUrl: z.url().max(2048),
    region: z.string().max(32),
    loginUrl: z.union([z.literal(''), z.url().max(2048)]),
  })
  .readonly();
export type AddressChange = z.infer<typeof addressChangeSchema>;

export const addressOutcomeSchema = z.enum([
  'changed',
  /** Somebody is signed in and not Offline. */
  'notOffline',
  /** Not what this build takes, see `isPanelAddress`. */
  'badAddress',
]);
export type AddressOutcome = z.infer<typeof addressOutcomeSchema>;

export const simulatorOutcomeSchema = z.enum([
  'opened',
  /** Somebody is signed in and not Offline. */
  'notOffline',
  /** It is not there, ended at once or said nothing. */
  'failed',
]);
export type SimulatorOutcome = z.infer<typeof simulatorOutcomeSchema>;

/**
 * Everything the page may ask of the desktop side. Types, run-time checks, the preload bridge and the contract tests
 * derive from this table; a name that is not here cannot be asked.
 */
export const requests = {
  readStart: { input: nothing, output: startInfoSchema },
  /** Said once, when the page hears every event; what was announced until then is delivered now. */
  listen: { input: nothing, output: nothing },
  announceSnapshot: { input: phoneSnapshotSchema, output: nothing },
  settleCommand: {
    input: z
      .object({
        commandId: z.number().int().nonnegative(),
        failure: commandFailureSchema.nullable(),
      })
      .readonly(),
    output: nothing,
  },
  chooseLeaving: { input: leavingChoiceSchema, output: nothing },
  /** Answers what the event `askClosing` asked. */
  answerClosing: { input: closingAnswerSchema, output: nothing },
  /** Drops every frame of the panel by loading the page anew; answers whether it does, which it does not too often. */
  restartPanel: { input: nothing, output: z.boolean() },
  /** Shows a saved file in its folder; never opens it. */
  showDownload: { input: z.object({ downloadId: z.number().int().nonnegative() }).readonly(), output: nothing },
  /** Stores another Contact Control Panel, with what belongs to it, and starts the page anew on it. */
  changeAddress: { input: addressChangeSchema, output: addressOutcomeSchema },
  /** Starts the simulator and the page anew on it, until the app ends; nothing of it is stored. */
  trySimulator: { input: nothing, output: simulatorOutcomeSchema },
  /** Answers what the event `askSignIn` asked. */
  answerSignIn: {
    input: z.object({ questionId: z.number().int().nonnegative(), answer: signInAnswerSchema }).readonly(),
    output: nothing,
  },
  /** Goes Offline, ends the session and forgets the agent. */
  signOut: { input: nothing, output: signOutOutcomeSchema },
  /** The exit ledger, newest first. */
  readExits: { input: nothing, output: z.array(exitEntrySchema).readonly() },
  /** The agent has read of the unclean end; pages that start later do not tell it again. */
  dismissUncleanEnd: { input: nothing, output: nothing },
  /** Every key of the whole system and whether it works. */
  readHotkeys: { input: nothing, output: z.array(hotkeySchema).readonly() },
  /** Stores another key for an action, '' for none, and takes it; answers as `readHotkeys`. */
  changeHotkey: {
    input: z.object({ action: hotkeyActionSchema, accelerator: acceleratorSchema }).readonly(),
    output: z.array(hotkeySchema).readonly(),
  },
  /** While the agent records a key all are given back, as the system would keep them from the page. */
  pauseHotkeys: { input: z.boolean(), output: nothing },
  /** Stores what the agent chose on the settings page; what came of it is told by the event `settingsChanged`. */
  choose: { input: choiceSchema, output: nothing },
  /** Answers what the event `headsetsOffered` asked; null for none of them. */
  chooseHeadset: {
    input: z.object({ candidateId: z.number().int().nonnegative().nullable() }).readonly(),
    output: nothing,
  },
  /** Answers the event `darkenHeadsets` when it is done. */
  headsetsDark: { input: nothing, output: nothing },
  /** The page may no longer speak with this headset. */
  forgetHeadset: { input: headsetIdentitySchema, output: nothing },
  /** Saves the exit ledger in the Downloads folder, as any file is told by the event `downloaded`. */
  exportExits: { input: z.object({ format: z.enum(['csv', 'json']) }).readonly(), output: nothing },
  /** Who opens the links of each scheme on this computer. */
  readLinks: { input: nothing, output: z.array(linkStateSchema).readonly() },
  /** Makes this app the one, as far as the system lets a program do so; answers as `readLinks`. */
  takeLinks: { input: nothing, output: z.array(linkStateSchema).readonly() },
  /** The agent has answered what the event `errandAsked` asked, or it is on its way. */
  settleErrand: { input: z.object({ errandId: z.number().int().nonnegative() }).readonly(), output: nothing },
} as const;

export type Requests = typeof requests;
export type RequestName = keyof Requests;
export type RequestInput<Name extends RequestName> = z.infer<Requests[Name]['input']>;
export type RequestOutput<Name extends RequestName> = z.infer<Requests[Name]['output']>;

/** Why the desktop side did not answer a request. */
export type RequestRefusal =
  | { readonly kind: 'notTrusted' }
  | { readonly kind: 'badInput'; readonly detail: string }
  | { readonly kind: 'failed'; readonly detail: string };
