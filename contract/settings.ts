import * as z from 'zod';
import { acceleratorSchema } from './accelerator-schema.js';
import { whenClosedSchema } from './closing.js';
import { headsetIdentitySchema, maxHeadsets } from './headset.js';
import { defaultHotkeys } from './hotkey.js';
import { toastPlaceSchema } from './toast-place.js';

/** The origin our page is served from, which IT adds to the instance's approved origins. */
export const defaultAppOrigin = 'https://switchhook.localhost';

/** Reads an address and spells it as a browser does. */
const pageAddress = z.url({ protocol: /^https$/, normalize: true });

/**
 * Every setting, its check and its default. A value that fails its check is set aside and the default is used, so that
 * one bad line never costs the others.
 */
export const settingsShape = {
  /** Address of the Contact Control Panel; empty until the agent or IT gives one. */
  ccpUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Scheme, host and port only, spelled as a browser spells its origins. */
  appOrigin: z
    .string()
    .regex(/^[^@]*$/)
    .refine((origin) => pageAddress.safeParse(origin).data === `${origin}/`)
    .default(defaultAppOrigin),
  /** Where the company's single sign-on for Amazon Connect begins; empty signs in at the instance itself. */
  loginUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** Hosts the agent has allowed in the sign-in window, for each host of an instance. */
  signInHosts: z
    .record(z.string().max(300), z.array(z.string().max(300)).max(64).readonly())
    .readonly()
    .default({}),
  /** AWS region of the instance, for example eu-central-1; empty leaves it to the panel. */
  region: z.string().max(32).default(''),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** What closing the window does where the tray can open it again. */
  whenClosed: whenClosedSchema.default('ask'),
  /** Country that a number dialled without +prefix belongs to, ISO 3166 in upper case. */
  dialCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .default('US'),
  /** Where dictionaries for checking the spelling come from on Windows and Linux; empty downloads none. */
  spellCheckDictionaryUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ })]).default(''),
  /** A file from the panel that is larger is not saved. */
  maxDownloadMb: z.number().int().min(1).max(4096).default(100),
  /** A second process watches and sets the agent Offline when the app is killed, crashes or hangs. */
  guardian: z.boolean().default(true),
  /** Sets the agent Offline when the computer goes to sleep, unless there is a live contact. */
  offlineOnSuspend: z.boolean().default(true),
  /** A packaged app has itself started hidden at the next login, as long as somebody may be other than Offline. */
  recoverAtLogin: z.boolean().default(true),
  /** A packaged app starts when the user logs in. */
  startAtLogin: z.boolean().default(false),
  /** A link that wants a call or another status is asked for first. */
  confirmLinks: z.boolean().default(true),
  /** The customer's hook, without the last part of its paths; empty for none. See docs/hook.md. */
  hookUrl: z
    .union([
      z.literal(''),
      z
        .url({ protocol: /^https?$/ })
        .max(2048)
        .regex(/^[^?#]*$/),
    ])
    .default(''),
  /** A file on this computer, by its whole path, whose first line is this agent's token for the hook; empty for none. */
  hookTokenFile: z
    .string()
    .max(4096)
    .regex(/^$|^\/|^[A-Za-z]:[\\/]/)
    .default(''),
  /** How often the lease at the hook is renewed. */
  leaseIntervalSeconds: z.number().int().min(1).max(60).default(15),
  /** How long the hook waits for a renewal before it sets the agent Offline; at least two intervals. */
  leaseSeconds: z.number().int().min(2).max(600).default(45),
  /** How long the exit ledger keeps an entry. */
  exitLedgerDays: z.number().int().min(1).max(3650).default(90),
  /** Keys of the whole system, one setting an action; '' for none. */
  hotkeyAnswer: acceleratorSchema.default(defaultHotkeys.answer),
  hotkeyDecline: acceleratorSchema.default(defaultHotkeys.decline),
  hotkeyHangUp: acceleratorSchema.default(defaultHotkeys.hangUp),
  hotkeyMute: acceleratorSchema.default(defaultHotkeys.mute),
  hotkeyHold: acceleratorSchema.default(defaultHotkeys.hold),
  hotkeyNextStatus: acceleratorSchema.default(defaultHotkeys.nextStatus),
  hotkeyClear: acceleratorSchema.default(defaultHotkeys.clear),
  hotkeyShowWindow: acceleratorSchema.default(defaultHotkeys.showWindow),
  hotkeyDialClipboard: acceleratorSchema.default(defaultHotkeys.dialClipboard),
  /** Headsets the agent has connected, the last used one last; only these may the page speak to. */
  headsets: z.array(headsetIdentitySchema).max(maxHeadsets).readonly().default([]),
  /** A card on top of everything when a contact rings and the window is not in front. */
  toastOnRing: z.boolean().default(true),
  /** A small strip on top of everything while a call is up and the window is not in front. */
  miniWindow: z.boolean().default(true),
  /** Notifications of the system, of missed contacts and of a ring that the card cannot show. */
  notifications: z.boolean().default(true),
  /** Names of attributes that the card of a ring shows, in this order; it has room for four. */
  toastAttributes: z.array(z.string().min(1).max(128)).max(16).default([]),
  /** Where the agent has put the card and the strip; null until then. */
  toastPlace: toastPlaceSchema.nullable().default(null),
  /** Names of attributes that hold the customer's name, the first that has a value wins. */
  customerNameAttributes: z
    .array(z.string().min(1).max(128))
    .max(16)
    .default(['customerName', 'CustomerName', 'customer_name', 'Customer name', 'name']),
} as const;

export const settingsSchema = z.object(settingsShape).readonly();
export type Settings = z.infer<typeof settingsSchema>;
export type SettingName = keyof Settings;

/** Where a setting's value came from; a later one in this list wins over an earlier one. */
export const settingSources = ['default', 'user', 'policy', 'switch'] as const;
export type SettingSource = (typeof settingSources)[number];

/** What was wrong with the stored settings, for one sentence to the agent; `name` is the file's or the setting's. */
export const settingsProblemSchema = z
  .object({ kind: z.enum(['unreadableFile', 'badValue', 'notSaved']), name: z.string() })
  .readonly();
export type SettingsProblem = z.infer<typeof settingsProblemSchema>;
