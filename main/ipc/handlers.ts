import type { StartInfo } from '../../contract/requests.js';
import type { Settings } from '../../contract/settings.js';
import type { ErrandRunner } from '../errands/run-errand.js';
import type { HeadsetDesk } from '../headset/install-headset.js';
import type { Hotkeys } from '../hotkeys/install-hotkeys.js';
import type { ExitLedger } from '../ledger/exit-ledger.js';
import { exportLedger } from '../ledger/export-ledger.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import type { Desk } from '../shell/install-desk.js';
import type { LinkDesk } from '../shell/install-desktop-entries.js';
import type { Questions } from '../sign-in/questions.js';
import type { SimulatorTrial } from '../trial/simulator-trial.js';
import type { Announcer } from './announce.js';
import type { RequestHandlers } from './answer.js';

export interface HandlerDeps {
  readonly announcer: Announcer;
  readonly link: PhoneLink;
  readonly gate: PresenceGate;
  startInfo(): StartInfo;
  changeSettings(change: Partial<Settings>): Promise<boolean>;
  openInstance(ccpUrl: string): void;
  restartPanel(): boolean;
  readonly simulator: SimulatorTrial;
  readonly questions: Questions;
  showDownload(downloadId: number): void;
  readonly exits: Pick<ExitLedger, 'entries' | 'dismissUncleanEnd'>;
  readonly hotkeys: Hotkeys;
  readonly links: LinkDesk;
  readonly errands: Pick<ErrandRunner, 'settle' | 'showAgain'>;
  readonly headset: Pick<HeadsetDesk, 'choose' | 'forget' | 'areDark'>;
  readonly desk: Pick<Desk, 'closingAnswered'>;
  /** Saves a text of ours where files from the panel go. */
  saveText(name: string, text: string): void;
}

/** What each request of the page does on the desktop side. */
export function createHandlers(deps: HandlerDeps): RequestHandlers {
  return {
    readStart: deps.startInfo,
    listen() {
      // A page that went away while a key was recorded cannot give the keys back.
      deps.hotkeys.pause(false);
      deps.announcer.pageListens();
      deps.questions.showAgain();
      deps.gate.showAgain();
      deps.errands.showAgain();
    },
    announceSnapshot: (snapshot) => deps.link.snapshotAnnounced(snapshot),
    settleCommand: ({ commandId, failure }) => deps.link.commandSettled(commandId, failure),
    chooseLeaving: (choice) => deps.gate.choose(choice),
    answerClosing: deps.desk.closingAnswered,
    restartPanel: deps.restartPanel,
    showDownload: ({ downloadId }) => deps.showDownload(downloadId),
    async changeAddress(change) {
      if (deps.gate.holds()) return 'notOffline';
      if (!(await deps.changeSettings(change))) return 'badAddress';
      deps.openInstance(change.ccpUrl);
      return 'changed';
    },
    trySimulator: deps.simulator.begin,
    answerSignIn: ({ questionId, answer }) => deps.questions.answer(questionId, answer),
    signOut: deps.gate.askSignOut,
    readExits: deps.exits.entries,
    dismissUncleanEnd: deps.exits.dismissUncleanEnd,
    exportExits: ({ format }) =>
      deps.saveText(`switchhook-exits.${format}`, exportLedger(deps.exits.entries(), format)),
    readHotkeys: deps.hotkeys.list,
    changeHotkey: ({ action, accelerator }) => deps.hotkeys.change(action, accelerator),
    pauseHotkeys: deps.hotkeys.pause,
    async choose({ name, value }) {
      // Whether the value is one of the setting's is checked where settings are changed.
      await deps.changeSettings({ [name]: value } as Partial<Settings>);
    },
    chooseHeadset: ({ candidateId }) => deps.headset.choose(candidateId),
    headsetsDark: deps.headset.areDark,
    forgetHeadset: deps.headset.forget,
    readLinks: deps.links.read,
    takeLinks: deps.links.take,
    settleErrand: ({ errandId }) => deps.errands.settle(errandId),
  };
}
