/** What is to be seen of a headset. */
export type HeadsetStateWord = 'absent' | 'opening' | 'ready' | 'inUse' | 'silent' | 'noButtons' | 'unopened';

/** How a wish to connect a headset went; when it did, the list says so. */
export type ConnectTrouble = 'noButtons' | 'nothing' | 'failed';

/**
 * Whether Connect and the headset agree on mute. `behind`: the headset may show something else; `noLamp`: it shows
 * nothing.
 */
export type MuteAgreement = 'muted' | 'heard' | 'behind' | 'noLamp' | 'noCall';

/** The texts of headsets. */
export interface HeadsetWords {
  /** Names the sign in the strip, by the headset that follows the calls. */
  readonly sign: Readonly<Record<HeadsetStateWord, string>>;
  /** What the state means, or what to do. */
  readonly state: Readonly<Record<HeadsetStateWord, string>>;
  readonly mute: Readonly<Record<MuteAgreement, string>>;
  readonly audio: Readonly<Record<'paired' | 'missing' | 'unknown', string>>;
  readonly battery: (percent: number) => string;
  /** Of a headset that works while another one follows the calls. */
  readonly spare: string;
  readonly advice: string;
  readonly empty: string;
  readonly connect: string;
  readonly choose: string;
  readonly twin: (name: string, serialEnding: string) => string;
  readonly cancel: string;
  readonly forget: (name: string) => string;
  readonly trouble: Readonly<Record<ConnectTrouble, string>>;
  readonly test: string;
  readonly buttons: Readonly<Record<'hook' | 'mute' | 'flash' | 'reject' | 'busy', string>>;
  readonly pressed: (button: string) => string;
  readonly copyReport: string;
  readonly copied: string;
  readonly nameless: string;
}

export const englishHeadset: HeadsetWords = {
  sign: {
    absent: 'Headset not plugged in',
    opening: 'Headset is being opened',
    ready: 'Headset ready',
    inUse: 'Headset in use by another program',
    silent: 'Headset does not answer',
    noButtons: 'Headset without call buttons',
    unopened: 'Headset cannot be opened',
  },
  state: {
    absent: 'Not plugged in. Calls go on without it.',
    opening: 'Is being opened.',
    ready: 'Its buttons and lamps follow your calls.',
    inUse: 'Another program has a call on it. Its buttons work here again when that call has ended.',
    silent: 'It did not take what it should show. Unplug it and plug it in again.',
    noButtons: 'It has volume keys only. Answer and mute with hotkeys instead.',
    unopened: 'The system did not let it be opened. Close other programs that use it, then plug it in again.',
  },
  mute: {
    muted: 'You are muted in Connect, and the headset shows it.',
    heard: 'You are heard in Connect, and the headset shows it.',
    behind: 'The headset may show another mute than Connect. What Connect says is true.',
    noLamp: 'The headset does not show mute. What this window says is true.',
    noCall: 'There is no call to mute.',
  },
  audio: {
    paired: 'Its microphone and speaker are connected.',
    missing: 'Its microphone and speaker were not found. Check the sound settings of the system.',
    unknown: 'The system does not tell which sound devices are its own.',
  },
  battery: (percent) => `Battery ${percent} %`,
  spare: 'Plugged in. Your calls follow the headset that was connected last.',
  advice: 'A connected headset answers, mutes, holds and hangs up by its own buttons.',
  empty: 'No headset is connected. Plug yours in and press Connect a headset.',
  connect: 'Connect a headset',
  choose: 'Which headset do you use?',
  twin: (name, serialEnding) => `${name}, number ending in ${serialEnding}`,
  cancel: 'None of these',
  forget: (name) => `Forget ${name}`,
  trouble: {
    noButtons:
      'The headset that is plugged in has no buttons for calls, at most volume keys. Answer and mute with hotkeys instead.',
    nothing: 'No headset with buttons for calls was found. Plug it in and try again.',
    failed: 'The system refused to look for headsets. Restart the app and try again.',
  },
  test: 'Press a button of the headset. It lights up here.',
  buttons: { hook: 'Answer and hang up', mute: 'Mute', flash: 'Hold', reject: 'Decline', busy: 'In a call' },
  pressed: (button) => `Pressed: ${button}`,
  copyReport: 'Copy headset report',
  copied: 'Copied',
  nameless: 'Headset without a name',
};

export const germanHeadset: HeadsetWords = {
  sign: {
    absent: 'Headset nicht eingesteckt',
    opening: 'Headset wird geöffnet',
    ready: 'Headset bereit',
    inUse: 'Headset von einem anderen Programm belegt',
    silent: 'Headset antwortet nicht',
    noButtons: 'Headset ohne Anruftasten',
    unopened: 'Headset lässt sich nicht öffnen',
  },
  state: {
    absent: 'Nicht eingesteckt. Gespräche gehen ohne es weiter.',
    opening: 'Wird geöffnet.',
    ready: 'Seine Tasten und Lampen folgen Ihren Gesprächen.',
    inUse:
      'Ein anderes Programm führt damit ein Gespräch. Seine Tasten wirken hier wieder, wenn jenes Gespräch zu Ende ist.',
    silent: 'Es hat nicht angenommen, was es anzeigen soll. Ziehen Sie es ab und stecken Sie es neu ein.',
    noButtons: 'Es hat nur Lautstärketasten. Nehmen Sie stattdessen mit Tastenkürzeln an.',
    unopened:
      'Das System lässt es nicht öffnen. Schließen Sie andere Programme, die es nutzen, und stecken Sie es neu ein.',
  },
  mute: {
    muted: 'Sie sind in Connect stummgeschaltet, und das Headset zeigt es an.',
    heard: 'Man hört Sie in Connect, und das Headset zeigt es an.',
    behind: 'Das Headset zeigt womöglich etwas anderes an als Connect. Es gilt, was Connect sagt.',
    noLamp: 'Das Headset zeigt die Stummschaltung nicht an. Es gilt, was dieses Fenster sagt.',
    noCall: 'Es gibt kein Gespräch, das stummzuschalten wäre.',
  },
  audio: {
    paired: 'Sein Mikrofon und sein Lautsprecher sind verbunden.',
    missing: 'Sein Mikrofon und sein Lautsprecher wurden nicht gefunden. Prüfen Sie die Toneinstellungen des Systems.',
    unknown: 'Das System verrät nicht, welche Tongeräte seine sind.',
  },
  battery: (percent) => `Akku ${percent} %`,
  spare: 'Eingesteckt. Ihre Gespräche folgen dem zuletzt verbundenen Headset.',
  advice: 'Ein verbundenes Headset nimmt mit seinen eigenen Tasten an, schaltet stumm, hält und legt auf.',
  empty: 'Kein Headset ist verbunden. Stecken Sie Ihres ein und drücken Sie Headset verbinden.',
  connect: 'Headset verbinden',
  choose: 'Welches Headset benutzen Sie?',
  twin: (name, serialEnding) => `${name}, Nummer endet auf ${serialEnding}`,
  cancel: 'Keines davon',
  forget: (name) => `${name} vergessen`,
  trouble: {
    noButtons:
      'Das eingesteckte Headset hat keine Anruftasten, höchstens Lautstärketasten. Nehmen Sie stattdessen mit Tastenkürzeln an.',
    nothing: 'Kein Headset mit Anruftasten wurde gefunden. Stecken Sie es ein und versuchen Sie es noch einmal.',
    failed:
      'Das System erlaubt die Suche nach Headsets nicht. Starten Sie die App neu und versuchen Sie es noch einmal.',
  },
  test: 'Drücken Sie eine Taste am Headset. Sie leuchtet hier auf.',
  buttons: {
    hook: 'Annehmen und auflegen',
    mute: 'Stumm',
    flash: 'Halten',
    reject: 'Ablehnen',
    busy: 'Im Gespräch',
  },
  pressed: (button) => `Gedrückt: ${button}`,
  copyReport: 'Headset-Bericht kopieren',
  copied: 'Kopiert',
  nameless: 'Headset ohne Namen',
};
