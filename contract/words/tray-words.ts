import type { Activity } from '../agent.js';
import type { Sentence } from './sentence.js';

/** What the tray says of the agent; `since` is a text, null when not known. */
export interface TrayFacts {
  readonly status: string;
  readonly since: string | null;
  readonly activity: Activity;
  readonly next: string | null;
  readonly missed: number;
}

/** The texts of the tray, and of the menus that are like its own. */
export interface TrayWords {
  /** One line without a stop, which holds until the next snapshot: it counts nothing up. */
  readonly about: (facts: TrayFacts) => string;
  readonly nobody: string;
  readonly trouble: string;
  readonly setStatus: string;
  readonly nextStatus: string;
  readonly noNextStatus: string;
  readonly phone: string;
  readonly open: string;
  readonly missed: (count: number) => string;
  /** Asked once, when the agent closes the window. */
  readonly closing: Sentence & { readonly keep: string; readonly quit: string; readonly cancel: string };
}

const englishActivity: Readonly<Record<Activity, string | null>> = {
  idle: null,
  ringing: 'ringing',
  onContact: 'on contact',
  afterContactWork: 'after-contact work',
  error: 'needs attention',
};

const germanActivity: Readonly<Record<Activity, string | null>> = {
  idle: null,
  ringing: 'es klingelt',
  onContact: 'im Kontakt',
  afterContactWork: 'Nacharbeit',
  error: 'braucht Aufmerksamkeit',
};

const listed = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(', ');

const englishMissed = (count: number): string => (count === 1 ? '1 missed contact' : `${count} missed contacts`);
const germanMissed = (count: number): string => (count === 1 ? '1 verpasster Kontakt' : `${count} verpasste Kontakte`);

export const englishTray: TrayWords = {
  about: ({ status, since, activity, next, missed }) =>
    listed([
      since === null ? status : `${status} since ${since}`,
      englishActivity[activity],
      next === null ? null : `next: ${next}`,
      missed === 0 ? null : englishMissed(missed),
    ]),
  nobody: 'Switchhook: nobody is signed in',
  trouble: 'Switchhook: no connection to Amazon Connect',
  setStatus: 'Status',
  nextStatus: 'Next status',
  noNextStatus: 'None',
  phone: 'Phone',
  open: 'Open Switchhook',
  missed: englishMissed,
  closing: {
    title: 'Keep Switchhook in the tray?',
    advice:
      'You stay signed in and contacts still reach you. The icon in the tray opens this window again. You can change this in the settings.',
    keep: 'Keep in the tray',
    quit: 'Quit',
    cancel: 'Cancel',
  },
};

export const germanTray: TrayWords = {
  about: ({ status, since, activity, next, missed }) =>
    listed([
      since === null ? status : `${status} seit ${since}`,
      germanActivity[activity],
      next === null ? null : `danach: ${next}`,
      missed === 0 ? null : germanMissed(missed),
    ]),
  nobody: 'Switchhook: niemand ist angemeldet',
  trouble: 'Switchhook: keine Verbindung zu Amazon Connect',
  setStatus: 'Status',
  nextStatus: 'Nächster Status',
  noNextStatus: 'Keiner',
  phone: 'Telefon',
  open: 'Switchhook öffnen',
  missed: germanMissed,
  closing: {
    title: 'Switchhook im Infobereich behalten?',
    advice:
      'Sie bleiben angemeldet, und Kontakte erreichen Sie weiter. Das Symbol im Infobereich öffnet dieses Fenster wieder. In den Einstellungen können Sie das ändern.',
    keep: 'Im Infobereich behalten',
    quit: 'Beenden',
    cancel: 'Abbrechen',
  },
};
