import type { ChoiceName, ChoiceSection } from '../choices.js';
import type { Settings } from '../settings.js';
import type { Sentence } from './sentence.js';

/** The parts of the settings page. */
export type SettingsSection = ChoiceSection | 'headset' | 'hotkeys';

/** Choices of more than yes and no, with the word for each value. */
type NamedChoices = { readonly [Name in ChoiceName as Settings[Name] extends string ? Name : never]: Settings[Name] };

/** The texts of the settings page. */
export interface SettingsWords extends Sentence {
  readonly sections: Readonly<Record<SettingsSection, string>>;
  /** The title names the choice; the advice says what follows from it. */
  readonly choices: Readonly<Record<ChoiceName, Sentence>>;
  readonly values: { readonly [Name in keyof NamedChoices]: Readonly<Record<NamedChoices[Name], string>> };
  readonly close: string;
}

export const englishSettings: SettingsWords = {
  title: 'Settings',
  advice: 'Choices count at once and are kept on this computer.',
  sections: {
    general: 'General',
    desktop: 'Outside this window',
    links: 'Links',
    headset: 'Headset',
    hotkeys: 'Hotkeys',
  },
  choices: {
    theme: { title: 'Colours', advice: 'The panel follows where it can.' },
    startAtLogin: {
      title: 'Start when you log in to this computer',
      advice: 'Only where Switchhook is installed.',
    },
    confirmLinks: {
      title: 'Ask before a link calls or sets a status',
      advice: 'Without it, a click on a telephone number in any program calls at once.',
    },
    whenClosed: {
      title: 'Closing the window',
      advice: 'In the tray you stay signed in. Where no tray is shown, closing quits.',
    },
    toastOnRing: {
      title: 'Card on top when it rings',
      advice:
        'With Answer and Decline, above all programs, while this window is not in front. It never takes the keyboard.',
    },
    miniWindow: {
      title: 'Small window in a call',
      advice: 'With time, mute, hold and hang up, above all programs, while this window is not in front.',
    },
    notifications: {
      title: 'Notifications of the system',
      advice: 'For missed contacts, and for a ring where the card is off or cannot be shown.',
    },
  },
  values: {
    theme: { system: 'As the system', light: 'Light', dark: 'Dark' },
    whenClosed: { ask: 'Asks', tray: 'Keeps it in the tray', quit: 'Quits' },
  },
  close: 'Close',
};

export const germanSettings: SettingsWords = {
  title: 'Einstellungen',
  advice: 'Änderungen gelten sofort und bleiben auf diesem Computer.',
  sections: {
    general: 'Allgemein',
    desktop: 'Außerhalb des Fensters',
    links: 'Links',
    headset: 'Headset',
    hotkeys: 'Tastenkürzel',
  },
  choices: {
    theme: { title: 'Farben', advice: 'Das Panel folgt, soweit es kann.' },
    startAtLogin: {
      title: 'Bei der Anmeldung am Computer starten',
      advice: 'Nur wenn Switchhook installiert ist.',
    },
    confirmLinks: {
      title: 'Fragen, bevor ein Link anruft oder einen Status setzt',
      advice: 'Sonst ruft ein Klick auf eine Rufnummer in jedem Programm sofort an.',
    },
    whenClosed: {
      title: 'Fenster schließen',
      advice: 'Im Infobereich bleiben Sie angemeldet. Wo es keinen gibt, beendet das Schließen die App.',
    },
    toastOnRing: {
      title: 'Karte im Vordergrund, wenn es klingelt',
      advice:
        'Mit Annehmen und Ablehnen, über allen Programmen, solange dieses Fenster nicht vorn ist. Die Tastatur nimmt sie nie.',
    },
    miniWindow: {
      title: 'Kleines Fenster im Gespräch',
      advice:
        'Mit Zeit, Stummschalten, Halten und Auflegen, über allen Programmen, solange dieses Fenster nicht vorn ist.',
    },
    notifications: {
      title: 'Mitteilungen des Systems',
      advice: 'Für verpasste Kontakte, und beim Klingeln, wo die Karte aus ist oder sich nicht zeigen lässt.',
    },
  },
  values: {
    theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
    whenClosed: { ask: 'Fragt nach', tray: 'Behält sie im Infobereich', quit: 'Beendet die App' },
  },
  close: 'Schließen',
};
