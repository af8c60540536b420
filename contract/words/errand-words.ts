import type { ErrandRefusal } from '../errand.js';
import type { LinkOwner } from '../link-state.js';
import { assertNever } from '../result.js';

/** The texts of links and of the command line: in the window, and on the terminal of who asked. */
export interface ErrandWords {
  /** `number` is as people write it. */
  readonly callTitle: (number: string) => string;
  readonly statusTitle: (kind: 'setStatus' | 'queueStatus', name: string) => string;
  readonly advice: string;
  readonly call: string;
  readonly set: string;
  readonly cancel: string;
  /** The number cannot be called; the advice is the reason. */
  readonly cannotCall: (text: string) => string;
  readonly understood: string;
  readonly refused: (refusal: ErrandRefusal) => string;
  readonly misuse: Readonly<Record<'noValue' | 'twoAtOnce' | 'tooLong', string>>;
  readonly nobodyRuns: string;
  readonly noAnswer: string;
  readonly waits: string;
  readonly asks: string;
  readonly dials: string;
  readonly shown: string;
  readonly leaves: string;
  /** Stands above who opens links on this computer. */
  readonly owners: string;
  readonly owner: (owner: LinkOwner) => string;
  readonly notInstalled: string;
  /** Makes this app the one for all of them. */
  readonly take: string;
  /** It was tried, and the system still has another one. */
  readonly takeInSystem: string;
  readonly taken: (kind: 'setStatus' | 'queueStatus', name: string) => string;
}

const usage = 'switchhook --dial NUMBER | --status NAME | --next NAME | --print-status | --quit | --version';

function englishRefused(refusal: ErrandRefusal): string {
  switch (refusal.kind) {
    case 'badLink':
      return 'A link was not followed, as there is no telephone number in it that can be called.';
    case 'notForLinks':
      return 'A link was not followed, as it asked for something that no link may do.';
    case 'tooMany':
      return 'More was asked for from outside than can be answered; only the first counts, the rest was dropped.';
    case 'onCall':
      return 'Nobody was called, as you are on a call; end it and try again.';
    case 'mayNotDial':
      return 'Nobody was called, as your security profile does not allow calls; ask your supervisor if you need to.';
    case 'leaving':
      return 'It was not done, as you are being set Offline; try again when you have chosen a status.';
    case 'notSignedIn':
      return 'It was not done, as nobody is signed in; sign in and try again.';
    case 'noContact':
      return 'There is no contact after which a next status could begin; set the status itself.';
    case 'unknownStatus':
      return `There is no status ${refusal.name}; choose one of these: ${refusal.statuses.join(', ')}.`;
    case 'ambiguousStatus':
      return `More than one status is called ${refusal.name}; choose it in the window.`;
    default:
      return assertNever(refusal);
  }
}

function englishOwner(owner: LinkOwner): string {
  switch (owner.kind) {
    case 'ours':
      return 'Switchhook';
    case 'another':
      return `Another app: ${owner.name}`;
    case 'nobody':
      return 'No app was chosen';
    case 'notRegistered':
      return 'Switchhook is not registered';
    default:
      return assertNever(owner);
  }
}

export const englishErrands: ErrandWords = {
  callTitle: (number) => `Call ${number}?`,
  statusTitle: (kind, name) => (kind === 'setStatus' ? `Set your status to ${name}?` : `Set ${name} as next status?`),
  advice: 'A link or another program asks for it.',
  call: 'Call',
  set: 'Set',
  cancel: 'Cancel',
  cannotCall: (text) => `${text} cannot be called`,
  understood: 'Close',
  refused: englishRefused,
  misuse: {
    noValue: `The value is missing. Usage: ${usage}`,
    twoAtOnce: `Ask for one thing at a time. Usage: ${usage}`,
    tooLong: 'The value is too long.',
  },
  nobodyRuns: 'Switchhook does not run. Start it and try again.',
  noAnswer: 'Switchhook runs and does not answer. Look at its window and try again.',
  waits: 'Somebody has to sign in first; then the window asks whether to go on.',
  asks: 'The window asks whether to go on.',
  dials: 'The number is being called.',
  shown: 'The window was brought forward.',
  leaves: 'Switchhook sets the agent Offline and ends; during a contact the window asks first.',
  owners: 'Who opens links on this computer',
  owner: englishOwner,
  notInstalled: 'Links are opened by an installed Switchhook only. Ask your IT to install it.',
  take: 'Open them with Switchhook',
  takeInSystem: 'The system did not let the app change it. Choose Switchhook among the default apps of the system.',
  taken: (kind, name) => (kind === 'setStatus' ? `Status: ${name}` : `Next: ${name}`),
};

function germanRefused(refusal: ErrandRefusal): string {
  switch (refusal.kind) {
    case 'badLink':
      return 'Einem Link wurde nicht gefolgt, weil er keine Rufnummer enthält, die angerufen werden kann.';
    case 'notForLinks':
      return 'Einem Link wurde nicht gefolgt, weil er etwas verlangt, das kein Link darf.';
    case 'tooMany':
      return 'Von außen wurde mehr verlangt, als beantwortet werden kann; nur das Erste zählt, der Rest wurde verworfen.';
    case 'onCall':
      return 'Niemand wurde angerufen, weil Sie im Gespräch sind; beenden Sie es und versuchen Sie es erneut.';
    case 'mayNotDial':
      return 'Niemand wurde angerufen, weil Ihr Sicherheitsprofil keine Anrufe erlaubt; fragen Sie bei Bedarf Ihre Leitung.';
    case 'leaving':
      return 'Es wurde nicht ausgeführt, weil Sie gerade auf Offline gesetzt werden; versuchen Sie es, wenn Sie einen Status gewählt haben.';
    case 'notSignedIn':
      return 'Es wurde nicht ausgeführt, weil niemand angemeldet ist; melden Sie sich an und versuchen Sie es erneut.';
    case 'noContact':
      return 'Es gibt keinen Kontakt, nach dem ein nächster Status beginnen könnte; setzen Sie den Status selbst.';
    case 'unknownStatus':
      return `Es gibt keinen Status ${refusal.name}; wählen Sie einen von diesen: ${refusal.statuses.join(', ')}.`;
    case 'ambiguousStatus':
      return `Mehr als ein Status heißt ${refusal.name}; wählen Sie ihn im Fenster.`;
    default:
      return assertNever(refusal);
  }
}

function germanOwner(owner: LinkOwner): string {
  switch (owner.kind) {
    case 'ours':
      return 'Switchhook';
    case 'another':
      return `Eine andere App: ${owner.name}`;
    case 'nobody':
      return 'Keine App gewählt';
    case 'notRegistered':
      return 'Switchhook ist nicht registriert';
    default:
      return assertNever(owner);
  }
}

export const germanErrands: ErrandWords = {
  callTitle: (number) => `${number} anrufen?`,
  statusTitle: (kind, name) =>
    kind === 'setStatus' ? `Ihren Status auf ${name} setzen?` : `${name} als nächsten Status setzen?`,
  advice: 'Ein Link oder ein anderes Programm verlangt es.',
  call: 'Anrufen',
  set: 'Setzen',
  cancel: 'Abbrechen',
  cannotCall: (text) => `${text} kann nicht angerufen werden`,
  understood: 'Schließen',
  refused: germanRefused,
  misuse: {
    noValue: `Der Wert fehlt. Aufruf: ${usage}`,
    twoAtOnce: `Verlangen Sie eines auf einmal. Aufruf: ${usage}`,
    tooLong: 'Der Wert ist zu lang.',
  },
  nobodyRuns: 'Switchhook läuft nicht. Starten Sie es und versuchen Sie es erneut.',
  noAnswer: 'Switchhook läuft und antwortet nicht. Sehen Sie in sein Fenster und versuchen Sie es erneut.',
  waits: 'Zuerst muss sich jemand anmelden; dann fragt das Fenster, ob es weitergehen soll.',
  asks: 'Das Fenster fragt, ob es weitergehen soll.',
  dials: 'Die Nummer wird angerufen.',
  shown: 'Das Fenster ist vorn.',
  leaves: 'Switchhook setzt den Agenten auf Offline und endet; während eines Kontakts fragt das Fenster zuerst.',
  owners: 'Was auf diesem Computer Links öffnet',
  owner: germanOwner,
  notInstalled: 'Links öffnet nur ein installiertes Switchhook. Bitten Sie Ihre IT, es zu installieren.',
  take: 'Mit Switchhook öffnen',
  takeInSystem: 'Das System ließ die Änderung nicht zu. Wählen Sie Switchhook in den Standard-Apps des Systems.',
  taken: (kind, name) => (kind === 'setStatus' ? `Status: ${name}` : `Nächster: ${name}`),
};
