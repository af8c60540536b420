import * as z from 'zod';
import { contactChannelSchema } from './contact.js';
import { maxContactIdLength } from './id-lengths.js';

const contactId = z.string().min(1).max(maxContactIdLength);

/** What a button of the card or of the mini window may do: commands of the one contact that it shows. */
export const toastCommandSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('accept'), contactId }).readonly(),
  z.object({ kind: z.literal('reject'), contactId }).readonly(),
  z.object({ kind: z.literal('mute') }).readonly(),
  z.object({ kind: z.literal('unmute') }).readonly(),
  z.object({ kind: z.literal('hold'), contactId }).readonly(),
  z.object({ kind: z.literal('resume'), contactId }).readonly(),
  z.object({ kind: z.literal('leave'), contactId }).readonly(),
  z.object({ kind: z.literal('hangUp'), contactId }).readonly(),
]);
export type ToastCommand = z.infer<typeof toastCommandSchema>;

/** More of a text than this cannot be seen on the card. */
export const maxToastTextLength = 160;
/** More attributes than this have no room on the card. */
export const maxToastAttributes = 4;

/** The longest sentence about a command that failed, with what Amazon Connect said. */
export const maxToastNoteLength = 600;

const text = z.string().max(maxToastTextLength + 1);

/** What the small window shows, all texts included; it knows nothing else of the phone. */
export const toastViewSchema = z
  .object({
    /** The card of a contact that rings, or the strip of a call. */
    kind: z.enum(['ring', 'call']),
    /** BCP 47, of the words in here. */
    language: z.string().max(35),
    contactId,
    /** What it is, such as "Incoming call". */
    title: text,
    who: text,
    /** What more is known: the number beside a name, the queue. */
    facts: z.array(text).max(2).readonly(),
    attributes: z
      .array(z.object({ name: text, value: text }).readonly())
      .max(maxToastAttributes)
      .readonly(),
    channel: contactChannelSchema,
    /** How many other contacts there are, as a number and as a text; null where there is none. */
    others: z.object({ count: z.number().int().positive(), text }).readonly().nullable(),
    tone: z.enum(['available', 'contact', 'waiting', 'bad']),
    /** When the time that is shown began, ms by the clock of this computer. */
    sinceMs: z.number().nullable(),
    /** What the agent has to know before pressing anything; null when nothing. */
    note: z.string().max(maxToastNoteLength).nullable(),
    buttons: z
      .array(z.object({ command: toastCommandSchema, label: text, busy: z.boolean() }).readonly())
      .max(4)
      .readonly(),
    showPhone: text,
  })
  .readonly();
export type ToastView = z.infer<typeof toastViewSchema>;
export type ToastButton = ToastView['buttons'][number];
