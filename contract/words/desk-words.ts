import type { ContactChannel } from '../contact.js';

/** The texts of what is shown outside of the window: the card of a ring, the mini window, notifications. */
export interface DeskWords {
  /** A contact of this channel rings. */
  readonly incoming: Readonly<Record<ContactChannel, string>>;
  /** The name of the mini window while a call is up. */
  readonly call: string;
  readonly others: (count: number) => string;
  readonly showPhone: string;
  /** The phone's page is gone and being started anew. */
  readonly phoneGone: string;
  /** Contacts that nobody took and that the agent has not seen yet. */
  readonly missed: (count: number) => string;
  readonly missedAdvice: string;
}

export const englishDesk: DeskWords = {
  incoming: {
    voice: 'Incoming call',
    queueCallback: 'Incoming callback',
    chat: 'Incoming chat',
    task: 'Incoming task',
    email: 'Incoming email',
    other: 'Incoming contact',
  },
  call: 'Call',
  others: (count) => `+ ${count} more`,
  showPhone: 'Show the phone',
  phoneGone: 'The phone has stopped and is being started again. Please wait a moment.',
  missed: (count) => (count === 1 ? 'Missed contact' : `${count} missed contacts`),
  missedAdvice: 'Open the phone to see who it was.',
};

export const germanDesk: DeskWords = {
  incoming: {
    voice: 'Eingehender Anruf',
    queueCallback: 'Eingehender Rückruf',
    chat: 'Eingehender Chat',
    task: 'Eingehende Aufgabe',
    email: 'Eingehende E-Mail',
    other: 'Eingehender Kontakt',
  },
  call: 'Gespräch',
  others: (count) => `+ ${count} weitere`,
  showPhone: 'Telefon zeigen',
  phoneGone: 'Das Telefon ist ausgefallen und wird neu gestartet. Bitte warten Sie einen Augenblick.',
  missed: (count) => (count === 1 ? 'Verpasster Kontakt' : `${count} verpasste Kontakte`),
  missedAdvice: 'Öffnen Sie das Telefon, um zu sehen, wer es war.',
};
