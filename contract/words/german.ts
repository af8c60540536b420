import type { CommandFailure, CommandKind } from '../command.js';
import type { DownloadNews } from '../download-news.js';
import type { ExitOutcome } from '../exit-entry.js';
import type { PanelTrouble } from '../health.js';
import type { Notice } from '../notice.js';
import type { PanelRefusal } from '../panel-refusal.js';
import { assertNever } from '../result.js';
import type { SettingsProblem } from '../settings.js';
import type { SignInQuestion } from '../sign-in.js';
import { germanCall } from './call-words-german.js';
import { germanDesk } from './desk-words.js';
import { germanErrands } from './errand-words.js';
import type { UncleanEndFacts } from './exit-words.js';
import { formatDuration } from './format-duration.js';
import { germanHeadset } from './headset-words.js';
import { germanHotkeys } from './hotkey-words.js';
import type { Sentence } from './sentence.js';
import { germanSettings } from './settings-words.js';
import { germanTray } from './tray-words.js';
import type { Words } from './words.js';

const COULD_NOT: Readonly<Record<CommandKind, string>> = {
  setStatus: 'Ihr Status wurde nicht geändert',
  queueStatus: 'Der nächste Status wurde nicht gesetzt',
  clearNextStatus: 'Der nächste Status wurde nicht entfernt',
  goOffline: 'Sie wurden nicht auf Offline gesetzt',
  accept: 'Der Kontakt wurde nicht angenommen',
  reject: 'Der Kontakt wurde nicht abgelehnt',
  hangUp: 'Der Anruf wurde nicht beendet',
  hold: 'Das Gespräch wurde nicht gehalten',
  resume: 'Der Kontakt wurde nicht fortgesetzt',
  clear: 'Der Kontakt wurde nicht abgeschlossen',
  pause: 'Die Aufgabe wurde nicht pausiert',
  view: 'Das Panel hat nicht zu diesem Kontakt gewechselt',
  addParty: 'Niemand wurde in das Gespräch geholt',
  join: 'Die Teilnehmer wurden nicht verbunden',
  swap: 'Es wurde nicht gemakelt',
  leave: 'Sie sind noch im Gespräch',
  sendDigits: 'Die Ziffern wurden nicht gesendet',
  bargeIn: 'Sie sind in diesem Gespräch nicht zu hören',
  listen: 'Sie sind in diesem Gespräch weiterhin zu hören',
  dropParty: 'Der Teilnehmer ist noch im Gespräch',
  holdParty: 'Der Teilnehmer wurde nicht gehalten',
  resumeParty: 'Der Teilnehmer wird weiterhin gehalten',
  muteParty: 'Der Teilnehmer wurde nicht stummgeschaltet',
  unmuteParty: 'Der Teilnehmer ist weiterhin stumm',
  mute: 'Ihr Mikrofon wurde nicht stummgeschaltet',
  unmute: 'Ihr Mikrofon ist weiterhin stumm',
  dial: 'Die Nummer wurde nicht gewählt',
};

function failure(kind: CommandKind, { reason, detail }: CommandFailure): string {
  const what = COULD_NOT[kind];
  switch (reason) {
    case 'notNow':
      return `${what}: Das ist im Moment nicht möglich.`;
    case 'noAnswer':
      return `${what}: Amazon Connect hat nicht geantwortet. Versuchen Sie es erneut oder nutzen Sie das Panel.`;
    case 'refused':
      return `${what}: Amazon Connect hat abgelehnt${detail === null ? '' : ` (${detail})`}. Versuchen Sie es erneut oder nutzen Sie das Panel.`;
    case 'signedOut':
      return `${what}: Ihre Anmeldung ist abgelaufen. Melden Sie sich erneut an.`;
    case 'noContact':
      return `${what}: Der Kontakt besteht nicht mehr.`;
    case 'noParty':
      return `${what}: Dieser Teilnehmer hat das Gespräch verlassen.`;
    case 'noQuickConnect':
      return `${what}: Dieser Kurzwahleintrag ist nicht mehr in Ihrer Liste. Wählen Sie einen anderen.`;
    case 'noStatus':
      return `${what}: Dieser Status ist nicht mehr in Ihrer Liste. Wählen Sie einen anderen.`;
    case 'badNumber':
      return `${what}: Das ist keine vollständige Telefonnummer. Geben Sie sie mit Ländervorwahl ein.`;
    case 'noPhone':
      return `${what}: Das Telefon ist noch nicht verbunden. Warten Sie einen Moment.`;
    default:
      return assertNever(reason);
  }
}

function notice(value: Notice): string {
  switch (value.kind) {
    case 'missed':
      return `Verpasster Kontakt von ${value.who ?? 'Unbekannt'}.`;
    case 'clearedByConnect':
      return `Amazon Connect hat Ihre Nachbearbeitung nach ${formatDuration(value.workedMs)} beendet.`;
    case 'clearedByAgent':
      return `Kontakt nach ${formatDuration(value.workedMs)} Nachbearbeitung abgeschlossen.`;
    case 'partyDidNotAnswer':
      return `${value.who ?? 'Der Angerufene'} ist nicht ins Gespräch gekommen. Sprechen Sie mit dem Kunden weiter, oder rufen Sie jemand anderen an.`;
    case 'nextStatusTaken':
      return `Ihr Status ist jetzt ${value.name}.`;
    case 'nextStatusCleared':
      return `Der nächste Status ${value.name} wurde entfernt.`;
    default:
      return assertNever(value);
  }
}

function download(news: DownloadNews): string {
  switch (news.kind) {
    case 'saved':
      return `${news.name} liegt in Ihrem Download-Ordner.`;
    case 'program':
      return `${news.name} wurde nicht gespeichert, weil Dateien dieses Typs Programme starten können; bitten Sie um einen anderen Dateityp.`;
    case 'foreign':
      return `${news.name} wurde nicht gespeichert, weil nur Dateien gespeichert werden, die über eine sichere Verbindung aus dem Panel kommen.`;
    case 'tooLarge':
      return `${news.name} wurde nicht gespeichert, weil die Datei größer als ${news.limitMb} MB ist; bitten Sie um eine kleinere Datei.`;
    case 'failed':
      return `${news.name} konnte nicht gespeichert werden; prüfen Sie Ihre Verbindung und den Speicherplatz und versuchen Sie es erneut.`;
    default:
      return assertNever(news);
  }
}

function refusal(value: PanelRefusal): string {
  switch (value.kind) {
    case 'unsafeWindow':
      return `${value.host} wurde nicht geöffnet, da nur sichere Adressen (https) geöffnet werden.`;
    case 'tooManyWindows':
      return 'Es wurden zu viele Fenster verlangt und keine weiteren geöffnet; schließen Sie nicht benötigte und versuchen Sie es erneut.';
    case 'leaving':
      return `Das Panel ist nicht zu ${value.host} gewechselt, da das einen Anruf beenden würde; öffnen Sie es stattdessen im Browser.`;
    case 'logOut':
      return 'Sie wurden nicht abgemeldet, da Sie in einem Kontakt sind; melden Sie sich ab, wenn er beendet ist.';
    default:
      return assertNever(value);
  }
}

function trouble(value: PanelTrouble, origin: string): Sentence {
  switch (value) {
    case 'noAddress':
      return {
        title: 'Noch keine Adresse für Amazon Connect',
        advice: 'Geben Sie die Adresse Ihres Contact Control Panels ein.',
      };
    case 'noNetwork':
      return {
        title: 'Dieser Computer hat kein Netzwerk',
        advice: 'Prüfen Sie Kabel, WLAN oder VPN. Das Telefon verbindet sich von selbst, sobald das Netzwerk da ist.',
      };
    case 'intercepted':
      return {
        title: 'Zwischen Ihnen und Amazon Connect steht ein Proxy oder Sicherheitsprogramm',
        advice:
          'Bitten Sie Ihre IT-Abteilung, Amazon Connect ohne Prüfung durchzulassen, und versuchen Sie es dann erneut.',
      };
    case 'clockWrong':
      return {
        title: 'Die Uhr dieses Computers geht falsch',
        advice: 'Stellen Sie Datum und Uhrzeit auf automatisch und versuchen Sie es erneut.',
      };
    case 'stale':
      return {
        title: 'Von Amazon Connect kommt nichts Neues',
        advice: 'Ihnen können Kontakte entgehen, bis das Panel neu gestartet ist.',
      };
    case 'slept':
      return {
        title: 'Dieser Computer war im Ruhezustand',
        advice: 'Was das Panel zeigt, ist von vorher.',
      };
    case 'gaveUp':
      return {
        title: 'Das Panel versucht nicht mehr, Amazon Connect zu erreichen',
        advice: 'Versuchen Sie es erneut und melden Sie sich an, wenn Sie dazu aufgefordert werden.',
      };
    case 'unreachable':
      return {
        title: 'Amazon Connect ist nicht erreichbar',
        advice: 'Prüfen Sie Ihre Netzwerkverbindung und die Adresse und versuchen Sie es dann erneut.',
      };
    case 'badAnswer':
      return {
        title: 'Unter dieser Adresse gibt es kein Contact Control Panel',
        advice: 'Der Server hat einen Fehler gemeldet. Prüfen Sie die Adresse oder fragen Sie Ihre IT-Abteilung.',
      };
    case 'notAPanel':
      return {
        title: 'Diese Seite antwortet nicht wie ein Contact Control Panel',
        advice: 'Prüfen Sie, ob die Adresse auf /ccp-v2/ endet, oder melden Sie sich an, falls noch nicht geschehen.',
      };
    case 'originRefused':
      return {
        title: 'Ihre Amazon-Connect-Instanz kennt diese App noch nicht',
        advice: `Bitten Sie Ihre IT-Abteilung, ${origin} zu den genehmigten Ursprüngen der Instanz hinzuzufügen, und versuchen Sie es dann erneut.`,
      };
    case 'signedOut':
      return {
        title: 'Sie sind nicht angemeldet',
        advice: 'Melden Sie sich bei Amazon Connect an, um mit der Arbeit zu beginnen.',
      };
    case 'cookiesRefused':
      return {
        title: 'Sie haben sich angemeldet, aber das Panel wird nicht erkannt',
        advice:
          'Bitten Sie Ihre IT-Abteilung, die Cookies von Amazon Connect zuzulassen, und melden Sie sich dann erneut an.',
      };
    case 'accessDenied':
      return {
        title: 'Amazon Connect verweigert den Zugriff',
        advice:
          'Bitten Sie Ihre Teamleitung, das Contact Control Panel in Ihrem Sicherheitsprofil zu erlauben, und versuchen Sie es dann erneut.',
      };
    case 'panelSilent':
      return {
        title: 'Das Panel antwortet nicht mehr',
        advice:
          'Ein Anruf, den Sie noch hören, geht weiter. Ihr Status in Amazon Connect ist möglicherweise unverändert. Versuchen Sie es erneut, wenn der Anruf beendet ist.',
      };
    default:
      return assertNever(value);
  }
}

function settingsProblem({ kind, name }: SettingsProblem): string {
  switch (kind) {
    case 'unreadableFile':
      return `Die Einstellungsdatei war nicht lesbar und wurde als ${name} aufbewahrt. Es gelten die Standardwerte.`;
    case 'badValue':
      return `Die Einstellung ${name} ist ungültig, daher gilt ihr Standardwert.`;
    case 'notSaved':
      return `Die Einstellung ${name} konnte nicht gespeichert werden. Sie gilt, bis Sie die App beenden.`;
    default:
      return assertNever(kind);
  }
}

function signInQuestion(question: SignInQuestion): Sentence {
  const { host } = question;
  switch (question.kind) {
    case 'allowHost':
      return {
        title: `Ihre Firma meldet Sie bei ${host} an. Erlauben?`,
        advice: 'Erlauben Sie das nur, wenn Sie diesen Namen als einen Ihrer Firma kennen.',
      };
    case 'refused':
      return {
        title: `Die Anmeldung wollte ${host} öffnen, und das ist nicht sicher`,
        advice: 'Es wurde nicht geöffnet. Fragen Sie Ihre IT-Abteilung nach der Anmeldeadresse.',
      };
    case 'tooManyRedirects':
      return {
        title: `Die Anmeldung dreht sich bei ${host} im Kreis`,
        advice: 'Versuchen Sie es erneut. Wenn es so bleibt, fragen Sie Ihre IT-Abteilung.',
      };
    case 'noAnswer':
      return {
        title: `${host} antwortet nicht`,
        advice: 'Prüfen Sie Ihre Netzwerkverbindung und versuchen Sie es erneut.',
      };
    case 'password':
      return {
        title: `${host} verlangt einen Benutzernamen und ein Passwort`,
        advice: question.isProxy ? 'Es ist der Proxy Ihres Netzwerks.' : 'Sie werden nur an diesen Rechner gesendet.',
      };
    case 'certificate':
      return {
        title: `${host} verlangt ein Zertifikat`,
        advice: 'Das gewählte wird verwendet, bis Sie die App beenden.',
      };
    default:
      return assertNever(question);
  }
}

function uncleanEnd({ outcome, at, stayed, madeGoodAt }: UncleanEndFacts): string {
  const when = at === null ? '' : ` (${at})`;
  const since = at === null ? '' : ` (Start: ${at})`;
  const lastSeen = at === null ? '' : ` (gegen ${at})`;
  const good = madeGoodAt === null ? '' : ` Sie wurden auf Offline gesetzt (${madeGoodAt}).`;
  const still = stayed === null ? good : ` Sie blieben noch ${stayed.lasting} im Status ${stayed.status}.${good}`;
  if (outcome === 'unknown') return `Die App wurde beim letzten Mal nicht ordnungsgemäß beendet${since}.${still}`;
  if (outcome === 'sudden') return `Die App wurde beim letzten Mal nicht ordnungsgemäß beendet${lastSeen}.${still}`;
  if (outcome === 'queued')
    return `Die App endete${when}, während Offline auf das Ende eines Kontakts wartete.${still}`;
  return `Die App endete${when}, bevor Offline bestätigt war.${still}`;
}

const forSoLong = (lasting: string | null): string => (lasting === null ? '' : `${lasting} lang `);

function closedBadly(outcome: ExitOutcome, since: string | null): Sentence {
  const title = `Die App wurde zuletzt nicht richtig beendet${since === null ? '' : ` (seit ${since})`}`;
  if (outcome === 'queued') return { title, advice: 'Sie werden auf Offline gesetzt, wenn Ihr Kontakt beendet ist.' };
  if (outcome === 'unconfirmed') {
    return { title, advice: 'Amazon Connect hat Offline nicht bestätigt. Prüfen Sie Ihren Status.' };
  }
  return { title, advice: 'Sie wurden auf Offline gesetzt. Wählen Sie einen Status, um weiterzuarbeiten.' };
}

function wentToSleep(outcome: ExitOutcome): Sentence {
  if (outcome === 'queued') {
    return {
      title: 'Der Computer war im Ruhezustand',
      advice: 'Sie werden auf Offline gesetzt, wenn Ihr Kontakt beendet ist.',
    };
  }
  if (outcome === 'unconfirmed') {
    return {
      title: 'Der Computer war im Ruhezustand',
      advice: 'Amazon Connect hat Offline nicht bestätigt. Prüfen Sie Ihren Status.',
    };
  }
  return {
    title: 'Sie wurden auf Offline gesetzt, weil der Computer in den Ruhezustand ging',
    advice: 'Wählen Sie einen Status, um weiterzuarbeiten.',
  };
}

export const german: Words = {
  language: 'de',
  appName: 'Switchhook',
  readOnlyProfile: (folder) =>
    `Switchhook kann nicht in ${folder} schreiben. Bitten Sie Ihre IT um Schreibrechte für diesen Ordner und starten Sie neu.`,
  status: {
    button: (name) => `Status: ${name}`,
    menu: 'Status',
    none: 'Unbekannt',
    next: (name) => `Nächster: ${name}`,
    chooseNext: 'Nächster Status',
    clearNext: 'Nächsten Status entfernen',
    pending: (name) => `${name} wird gesetzt`,
    pendingNext: (name) => `Nächster wird gesetzt: ${name}`,
    failed: (name) => `${name} wurde nicht gesetzt`,
    activity: {
      idle: 'Ohne Kontakt',
      ringing: 'Klingelt',
      onContact: 'Im Kontakt',
      afterContactWork: 'Nachbearbeitung',
      error: 'Bitte prüfen',
    },
    afterwards: (name) => `danach ${name}`,
  },
  connection: {
    good: { title: 'Mit Amazon Connect verbunden', advice: 'Ihr Status und Ihre Kontakte sind aktuell.' },
    starting: { title: 'Verbindung mit Amazon Connect wird hergestellt', advice: 'Das dauert einige Sekunden.' },
    bad: 'Nicht mit Amazon Connect verbunden',
    otherPanel: {
      title: 'Ein weiteres Panel ist offen',
      advice: 'Schließen Sie das andere Contact Control Panel, da es Ihre Anrufe annehmen kann.',
    },
    webSocketDown: {
      title: 'Die Verbindung ist schwach',
      advice:
        'Kontakte treffen weiterhin ein, aber eventuell verspätet. Informieren Sie Ihre IT-Abteilung, wenn das so bleibt.',
    },
  },
  panel: {
    name: 'Contact Control Panel',
    fold: 'Panel ausblenden',
    unfold: 'Panel einblenden',
    toPanel: 'Panel',
    toContact: 'Kontakt',
  },
  contact: {
    region: (who) => `Kontakt mit ${who}`,
    others: 'Weitere Kontakte',
    show: (who) => `Kontakt mit ${who} anzeigen`,
    unknownCustomer: 'Unbekannt',
    direction: { inbound: 'eingehend', outbound: 'ausgehend' },
    channel: {
      voice: 'Anruf',
      queueCallback: 'Rückruf',
      chat: 'Chat',
      task: 'Aufgabe',
      email: 'E-Mail',
      other: 'Kontakt',
    },
    state: {
      incoming: 'Eingehend',
      pending: 'Ausstehend',
      connecting: 'Klingelt',
      connected: 'Verbunden',
      onHold: 'Gehalten',
      paused: 'Pausiert',
      missed: 'Verpasst',
      error: 'Fehlgeschlagen',
      ended: 'Nachbearbeitung',
      rejected: 'Abgelehnt',
    },
    dialling: 'Wird gewählt',
    muted: 'Stumm',
    actions: {
      accept: 'Annehmen',
      reject: 'Ablehnen',
      hangUp: 'Auflegen',
      hold: 'Halten',
      resume: 'Fortsetzen',
      pause: 'Pausieren',
      clear: 'Abschließen',
      view: 'Im Panel zeigen',
      join: 'Alle verbinden',
      swap: 'Makeln',
      leave: 'Gespräch verlassen',
      bargeIn: 'Mitsprechen',
      listen: 'Nur zuhören',
      mute: 'Stummschalten',
      unmute: 'Stumm aufheben',
    },
  },
  headset: germanHeadset,
  hotkeys: germanHotkeys,
  tray: germanTray,
  settings: germanSettings,
  errands: germanErrands,
  desk: germanDesk,
  call: germanCall,
  attributes: {
    region: 'Kontaktattribute',
    empty: 'Dieser Kontakt hat keine Attribute. Sie erscheinen hier, sobald Amazon Connect sie sendet.',
    copy: (name) => `${name} kopieren`,
    copied: 'Kopiert',
    showAll: 'Alle anzeigen',
    showLess: 'Weniger anzeigen',
  },
  menus: {
    edit: 'Bearbeiten',
    view: 'Ansicht',
    window: 'Fenster',
    help: 'Hilfe',
    undo: 'Rückgängig',
    redo: 'Wiederholen',
    cut: 'Ausschneiden',
    copy: 'Kopieren',
    paste: 'Einfügen',
    pastePlain: 'Als reinen Text einfügen',
    selectAll: 'Alles auswählen',
    copyLink: 'Link kopieren',
    openLink: 'Link im Browser öffnen',
    addToDictionary: 'Zum Wörterbuch hinzufügen',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    actualSize: 'Originalgröße',
    developerTools: 'Entwicklerwerkzeuge',
    minimize: 'Minimieren',
    closeWindow: 'Fenster schließen',
    about: 'Über Switchhook',
    hide: 'Switchhook ausblenden',
    hideOthers: 'Andere ausblenden',
    showAll: 'Alle einblenden',
    quit: 'Switchhook beenden',
  },
  dial: {
    ready: 'Bereit für den nächsten Kontakt',
    notRoutable: (name) => `Ihr Status ist ${name}`,
    routed: 'Kontakte werden Ihnen zugewiesen.',
    stuck: {
      title: 'Sie erhalten zurzeit keine Kontakte',
      advice: 'Amazon Connect meldet ein Problem mit Ihrem letzten Kontakt. Wählen Sie Ihren Status erneut.',
    },
    notRouted: 'Ihnen werden erst Kontakte zugewiesen, wenn Sie einen Status wählen, der das vorsieht.',
    label: 'Telefonnummer',
    placeholder: 'Nummer mit Ländervorwahl',
    button: 'Wählen',
  },
  failure,
  retry: 'Wiederholen',
  dismiss: 'Ausblenden',
  notice,
  download,
  refusal,
  showInFolder: 'Im Ordner anzeigen',
  settingsProblem,
  trouble,
  troubleActions: {
    signIn: 'Anmelden',
    tryAgain: 'Erneut versuchen',
    copyOrigin: 'Ursprung kopieren',
    changeAddress: 'Adresse ändern',
  },
  starting: {
    title: 'Verbindung mit Amazon Connect wird hergestellt',
    advice: 'Ihr Status und Ihre Kontakte erscheinen hier, sobald das Panel bereit ist.',
  },
  reconnecting: 'Verbindung mit Amazon Connect wird wiederhergestellt',
  recovery: {
    afterCall: 'Das Panel wird nach Ihrem Gespräch neu gestartet.',
    restarting: 'Das Panel wird neu gestartet.',
  },
  firstRun: {
    title: 'Willkommen bei Switchhook',
    advice:
      'Geben Sie die Adresse Ihres Contact Control Panels ein. Ihre IT-Abteilung oder Ihre Teamleitung kennt sie.',
    changeTitle: 'Adresse ändern',
    label: 'Adresse des Contact Control Panels',
    save: 'Weiter',
    cancel: 'Abbrechen',
    problem: {
      notAnAddress:
        'Geben Sie eine Adresse ein, die mit https:// beginnt, zum Beispiel https://example.my.connect.aws/ccp-v2/.',
      notHttps: 'Geben Sie eine Adresse ein, die mit https:// beginnt; jede andere wäre unterwegs lesbar.',
      credentials: 'Geben Sie die Adresse ohne Benutzernamen und Passwort ein.',
      lookAlike: 'Diese Adresse sieht nur aus wie eine von Amazon Connect. Fragen Sie Ihre IT-Abteilung.',
    },
    upgraded: (address) => `Das ist die Adresse des älteren Panels, CCPv1. Verwendet wird ${address}.`,
    origin: 'Ihre IT-Abteilung nimmt diese Ursprungsadresse in die genehmigten Ursprünge der Instanz auf:',
    more: 'Mehr',
    region: 'AWS-Region (optional)',
    loginUrl: 'Anmeldeadresse Ihrer Firma (optional)',
    loginHint: 'Wo Ihre zentrale Anmeldung beginnt, wenn nicht bei Amazon Connect.',
    loginInvalid: 'Geben Sie eine Anmeldeadresse ein, die mit https:// beginnt, oder lassen Sie das Feld leer.',
    trySimulator: 'Mit dem Simulator ausprobieren',
    simulatorHint:
      'Noch keine Adresse? Mit einem nachgestellten Amazon Connect auf diesem Computer probieren Sie das Telefon aus.',
    simulatorFailed:
      'Der Simulator ist nicht gestartet. Bauen Sie ihn mit „npm run build“ und versuchen Sie es erneut.',
  },
  simulator: {
    note: 'Das ist der Simulator, nicht Amazon Connect. Wählen Sie Available und rufen Sie sich dann aus dem Trainer-Panel in Ihrem Browser an.',
    copyPanel: 'Adresse kopieren',
  },
  account: {
    button: (agentName) => `Konto: ${agentName}`,
    menu: 'Konto',
    signOut: 'Abmelden',
    changeAddress: 'Adresse ändern',
    onContact: { title: 'Sie bearbeiten gerade einen Kontakt', advice: 'Melden Sie sich ab, wenn er beendet ist.' },
    notOffline: {
      title: 'Sie sind nicht Offline',
      advice: 'Wählen Sie zuerst Offline und ändern Sie dann die Adresse.',
    },
    understood: 'Verstanden',
    signedOut: { title: 'Sie sind abgemeldet', advice: 'Wer als Nächstes hier arbeitet, kann sich anmelden.' },
    stillIn: (status) => ({
      title: `Sie sind abgemeldet, aber in Amazon Connect weiterhin ${status}`,
      advice:
        'Melden Sie sich erneut an und wählen Sie Offline, oder sagen Sie es Ihrer Teamleitung, da der Status so bleibt.',
    }),
  },
  signIn: {
    windowTitle: (host) => `${host} - Anmeldung für Switchhook`,
    question: signInQuestion,
    allow: 'Erlauben',
    cancel: 'Abbrechen',
    tryAgain: 'Erneut versuchen',
    close: 'Schließen',
    user: 'Benutzername',
    password: 'Passwort',
    certificate: 'Zertifikat',
    send: 'Anmelden',
  },
  leaving: {
    settingOffline: {
      quit: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Die App wird beendet, sobald das bestätigt ist.',
      },
      signOut: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Sie werden abgemeldet, sobald das bestätigt ist.',
      },
      update: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Die neue Version wird installiert, sobald das bestätigt ist.',
      },
      rest: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Das Panel ist wiederholt ausgefallen.',
      },
      recover: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Die App wurde zuletzt nicht richtig beendet. Sobald Offline bestätigt ist, geht es weiter.',
      },
      sleep: {
        title: 'Sie werden in Amazon Connect auf Offline gesetzt',
        advice: 'Der Computer geht in den Ruhezustand.',
      },
    },
    onContact: (open) => ({
      title: 'Sie bearbeiten gerade einen Kontakt',
      advice: `${open} Sie werden auf Offline gesetzt, sobald nichts mehr offen ist.`,
    }),
    stillOpen: (calls, { chat, task, email, other }) =>
      isStillOpen([
        ...calls.map((who) => `Anruf mit ${who}`),
        ...counted(chat, 'Chat', 'Chats'),
        ...counted(task, 'Aufgabe', 'Aufgaben'),
        ...counted(email, 'E-Mail', 'E-Mails'),
        ...counted(other, 'anderer Kontakt', 'andere Kontakte'),
      ]),
    confirmEnd: {
      title: 'Gespräch mit dem Kunden jetzt beenden?',
      advice: 'Die Verbindung wird getrennt, Sie werden auf Offline gesetzt, und die App wird beendet.',
    },
    whenClear: {
      update: 'Die neue Version wird nach diesem Kontakt installiert. Offline ist Ihr nächster Status.',
      rest: 'Sie werden nach diesem Kontakt auf Offline gesetzt, weil das Panel wiederholt ausgefallen ist.',
      recover: 'Sie werden nach diesem Kontakt auf Offline gesetzt, weil die App zuletzt nicht richtig beendet wurde.',
      sleep: 'Sie werden nach diesem Kontakt auf Offline gesetzt, weil der Computer in den Ruhezustand ging.',
      quit: 'Die App wird nach diesem Kontakt beendet. Offline ist Ihr nächster Status.',
      signOut: 'Sie werden nach diesem Kontakt abgemeldet. Offline ist Ihr nächster Status.',
    },
    notConfirmed: (reason) => ({
      title: 'Sie konnten nicht auf Offline gesetzt werden',
      advice: `Amazon Connect hat das nicht bestätigt${reason === null ? '' : ` (${reason})`}. Sie erhalten möglicherweise weiterhin Kontakte.`,
    }),
    reason: {
      notNow: 'gerade nicht möglich',
      noAnswer: 'keine Antwort',
      refused: 'abgelehnt',
      signedOut: 'nicht angemeldet',
      noContact: 'kein Kontakt',
      noParty: 'Teilnehmer nicht mehr da',
      noQuickConnect: 'kein Kurzwahleintrag',
      noStatus: 'kein Offline-Status in Ihrer Liste',
      badNumber: 'ungültige Nummer',
      noPhone: 'das Panel ist nicht da',
    },
    givenUp: {
      title: 'Nach wiederholten Ausfällen auf Offline gesetzt',
      advice:
        'Das Panel ist dreimal in zehn Minuten ausgefallen. Starten Sie es neu, um weiterzuarbeiten, oder wenden Sie sich an Ihre IT.',
    },
    pageGone: {
      title: 'Das Telefon ist wieder ausgefallen',
      advice:
        'Es startet nicht mehr von selbst neu. Starten Sie es neu, um Ihren Status zu sehen, oder wenden Sie sich an Ihre IT.',
    },
    restartPanel: 'Panel neu starten',
    stay: 'In der App bleiben',
    quitWhenClear: 'Nach diesem Kontakt beenden',
    endAndQuit: 'Kontakt und App beenden',
    endNow: 'Gespräch und App beenden',
    confirmLeave: {
      title: 'Das Gespräch jetzt verlassen?',
      advice: 'Die anderen sprechen ohne Sie weiter, Sie werden auf Offline gesetzt, und die App wird geschlossen.',
    },
    leaveAndQuit: 'Gespräch verlassen und beenden',
    signIn: 'Anmelden',
    tryAgain: 'Erneut versuchen',
    anyway: {
      quit: 'Trotzdem beenden',
      signOut: 'Trotzdem abmelden',
      update: 'Trotzdem installieren',
      rest: 'So belassen',
      recover: 'So belassen',
      sleep: 'So belassen',
    },
    closedBadly,
    wentToSleep,
    goOn: 'Weiter',
  },
  leaseExpired: {
    offline: (lasting) => ({
      title: 'Sie wurden auf Offline gesetzt',
      advice: `Dieser Computer war ${forSoLong(lasting)}nicht erreichbar. Sie erhalten keine Kontakte, bis Sie einen anderen Status wählen.`,
    }),
    queued: (lasting) =>
      `Offline ist Ihr nächster Status, weil dieser Computer ${forSoLong(lasting)}nicht erreichbar war.`,
    stay: 'Offline bleiben',
    takeContacts: 'Wieder Kontakte annehmen',
  },
  exits: {
    title: 'Beendigungen',
    advice: 'Wie die App auf diesem Computer beendet wurde, das Neueste zuerst.',
    unclean: uncleanEnd,
    show: 'Beendigungen zeigen',
    column: {
      when: 'Wann',
      way: 'Wie',
      status: 'Status vorher',
      contacts: 'Kontakte',
      attempts: 'Versuche',
      outcome: 'Offline-Status',
      confirmedAfter: 'Bestätigt nach',
      ghost: 'Unverändert',
    },
    way: {
      windowClosed: 'Fenster geschlossen',
      quit: 'Beendet',
      signal: 'Signal vom System',
      system: 'Computer heruntergefahren',
      crash: 'Absturz der App',
      signOut: 'Abmeldung',
      update: 'Aktualisierung',
      breakdowns: 'Panel ausgefallen',
      unrecorded: 'Nicht vermerkt',
      recovered: 'Nach schlechtem Ende nachgeholt',
      slept: 'Computer im Ruhezustand',
      unknown: 'Unbekannt',
    },
    outcome: {
      nothingToConfirm: 'Nichts zu bestätigen',
      confirmed: 'Bestätigt',
      queued: 'Wartete auf einen Kontakt',
      unconfirmed: 'Nicht bestätigt',
      chosen: 'Trotzdem beendet',
      unknown: 'Unbekannt',
    },
    began: (at) => `Unbekannt, Start ${at}`,
    notKnown: 'Nicht bekannt',
    utc: 'Zeiten in UTC',
    saveCsv: 'Als CSV speichern',
    saveJson: 'Als JSON speichern',
    close: 'Schließen',
    empty: 'Die App wurde noch nicht beendet. Jedes Ende wird hier festgehalten.',
    unread: 'Die Liste konnte nicht gelesen werden. Schließen und öffnen Sie sie erneut.',
  },
  protection: {
    title: {
      whole: 'Geschützt: Sie werden auf Offline gesetzt, bevor die App endet',
      nobody: 'Der Schutz beginnt, wenn Sie angemeldet sind',
      unguarded: 'Geschützt, aber nicht, wenn die App abgeschossen wird',
      partly: 'Teilweise geschützt: Offline wird vor dem Ende der App vielleicht nicht erreicht',
      none: 'Nicht geschützt: die App kann Sie nicht auf Offline setzen',
    },
    layer: {
      gate: 'Wenn die App beendet wird',
      recovery: 'Wenn das Panel ausfällt',
      guard: 'Wenn die App abgeschossen wird',
    },
    gate: {
      active: 'Die App wartet, bis Amazon Connect Sie als Offline zeigt.',
      nobody: 'Beginnt, wenn Amazon Connect gesagt hat, wer Sie sind.',
      noOffline: 'Ihre Liste hat keinen Status vom Typ Offline. Sagen Sie es Ihrer Teamleitung.',
      noPhone: 'Amazon Connect ist gerade nicht erreichbar; Offline wird vielleicht nicht bestätigt.',
    },
    recovery: {
      active: 'Seite und Panel werden von selbst neu gestartet.',
      nobody: 'Beginnt, wenn Amazon Connect gesagt hat, wer Sie sind.',
      onCall: 'Ruht während Ihres Gesprächs, da ein Neustart es beenden würde.',
    },
    givenUp: (until) => `Ruht bis ${until} nach drei Neustarts. Sagen Sie es Ihrer IT, wenn es wieder geschieht.`,
    guard: {
      on: 'Ein zweiter Prozess setzt Sie binnen Sekunden auf Offline.',
      nobody: 'Beginnt, wenn Sie Offline verlassen.',
      starting: 'Ein zweiter Prozess wird gestartet.',
      missing:
        'Der zweite Prozess fehlt; der nächste Start der App setzt Sie zuerst auf Offline. Sagen Sie es Ihrer IT.',
      keepsEnding:
        'Der zweite Prozess endet immer wieder; der nächste Start der App setzt Sie zuerst auf Offline. Sagen Sie es Ihrer IT.',
      notNoted:
        'Der Datenträger nimmt keine Notiz zu Ihrem Status an; der nächste Start setzt Sie vielleicht nicht auf Offline. Sagen Sie es Ihrer IT.',
      off: 'Nichts greift sofort ein. Der nächste Start der App setzt Sie zuerst auf Offline.',
    },
  },
  announce: {
    ringing: (who) => `Anruf von ${who}`,
    connected: (who) => `Verbunden mit ${who}`,
    held: 'Das Gespräch wird gehalten',
    resumed: 'Das Gespräch wird fortgesetzt',
    muted: 'Ihr Mikrofon ist stumm',
    unmuted: 'Ihr Mikrofon ist an',
    ended: 'Der Anruf ist beendet',
  },
};

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

function isStillOpen(parts: readonly string[]): string {
  const last = parts.at(-1) ?? 'Ein Kontakt';
  return parts.length < 2 ? `Noch offen: ${last}.` : `Noch offen: ${parts.slice(0, -1).join(', ')} und ${last}.`;
}
