import type { Activity } from '../agent.js';
import type { CommandFailure, CommandFailureReason, CommandKind } from '../command.js';
import type { Contact, ContactChannel, ContactState } from '../contact.js';
import type { DownloadNews } from '../download-news.js';
import type { ExitOutcome } from '../exit-entry.js';
import type { PanelTrouble } from '../health.js';
import type { LeavingGoal } from '../leaving-goal.js';
import type { Notice } from '../notice.js';
import type { PanelRefusal } from '../panel-refusal.js';
import type { SettingsProblem } from '../settings.js';
import type { SignInQuestion } from '../sign-in.js';
import type { CallWords, ContactAction } from './call-words.js';
import type { DeskWords } from './desk-words.js';
import type { ErrandWords } from './errand-words.js';
import type { ExitWords, ProtectionWords } from './exit-words.js';
import type { HeadsetWords } from './headset-words.js';
import type { HotkeyWords } from './hotkey-words.js';
import type { MenuWord } from './menu-word.js';
import type { Sentence } from './sentence.js';
import type { SettingsWords } from './settings-words.js';
import type { TrayWords } from './tray-words.js';

/** Why an address that was entered is not taken. */
export type AddressProblem = 'notAnAddress' | 'notHttps' | 'credentials' | 'lookAlike';

/** Every text people read, in one language. Values go in by functions, so that each language orders them as it needs. */
export interface Words {
  /** BCP 47. */
  readonly language: string;
  readonly appName: string;
  /** The folder that keeps settings and sign-in cannot be written to. */
  readonly readOnlyProfile: (folder: string) => string;
  readonly status: {
    readonly button: (name: string) => string;
    readonly menu: string;
    readonly none: string;
    readonly next: (name: string) => string;
    readonly chooseNext: string;
    readonly clearNext: string;
    readonly pending: (name: string) => string;
    readonly pendingNext: (name: string) => string;
    readonly failed: (name: string) => string;
    readonly activity: Readonly<Record<Activity, string>>;
    readonly afterwards: (name: string) => string;
  };
  readonly connection: {
    readonly good: Sentence;
    readonly starting: Sentence;
    readonly bad: string;
    readonly otherPanel: Sentence;
    readonly webSocketDown: Sentence;
  };
  readonly panel: {
    readonly name: string;
    readonly fold: string;
    readonly unfold: string;
    /** The switch between panel and contact where there is room for one, named after the other. */
    readonly toPanel: string;
    readonly toContact: string;
  };
  readonly contact: {
    readonly region: (who: string) => string;
    readonly others: string;
    readonly show: (who: string) => string;
    readonly unknownCustomer: string;
    readonly direction: Readonly<Record<Contact['direction'], string>>;
    readonly channel: Readonly<Record<ContactChannel, string>>;
    readonly state: Readonly<Record<ContactState, string>>;
    /** Outbound calls are not ringing for the agent while they connect. */
    readonly dialling: string;
    readonly muted: string;
    readonly actions: Readonly<Record<ContactAction, string>>;
  };
  readonly headset: HeadsetWords;
  readonly hotkeys: HotkeyWords;
  readonly tray: TrayWords;
  readonly settings: SettingsWords;
  readonly errands: ErrandWords;
  readonly desk: DeskWords;
  readonly call: CallWords;
  readonly attributes: {
    readonly region: string;
    readonly empty: string;
    readonly copy: (name: string) => string;
    readonly copied: string;
    readonly showAll: string;
    readonly showLess: string;
  };
  /** The menu bar and the menu of a right click. */
  readonly menus: Readonly<Record<MenuWord, string>>;
  readonly dial: {
    readonly ready: string;
    readonly notRoutable: (name: string) => string;
    readonly routed: string;
    /** The agent is in an error state of Connect and no contact is there to clear. */
    readonly stuck: Sentence;
    readonly notRouted: string;
    readonly label: string;
    readonly placeholder: string;
    readonly button: string;
  };
  readonly failure: (kind: CommandKind, failure: CommandFailure) => string;
  readonly retry: string;
  readonly dismiss: string;
  readonly notice: (notice: Notice) => string;
  readonly download: (news: DownloadNews) => string;
  readonly refusal: (refusal: PanelRefusal) => string;
  readonly showInFolder: string;
  readonly settingsProblem: (problem: SettingsProblem) => string;
  readonly trouble: (trouble: PanelTrouble, origin: string) => Sentence;
  readonly troubleActions: {
    readonly signIn: string;
    readonly tryAgain: string;
    readonly copyOrigin: string;
    readonly changeAddress: string;
  };
  readonly starting: Sentence;
  readonly reconnecting: string;
  /** What is done about a trouble that a new panel mends. */
  readonly recovery: Readonly<Record<'afterCall' | 'restarting', string>>;
  readonly firstRun: {
    readonly title: string;
    readonly advice: string;
    /** Stands above the field when there is an address already. */
    readonly changeTitle: string;
    readonly label: string;
    readonly save: string;
    readonly cancel: string;
    /** What is wrong with the address, or what was done to it. */
    readonly problem: Readonly<Record<AddressProblem, string>>;
    readonly upgraded: (address: string) => string;
    readonly origin: string;
    readonly more: string;
    readonly region: string;
    readonly loginUrl: string;
    readonly loginHint: string;
    readonly loginInvalid: string;
    readonly trySimulator: string;
    readonly simulatorHint: string;
    readonly simulatorFailed: string;
  };
  /** While the phone is on the simulator. */
  readonly simulator: {
    readonly note: string;
    readonly copyPanel: string;
  };
  readonly account: {
    readonly button: (agentName: string) => string;
    readonly menu: string;
    readonly signOut: string;
    readonly changeAddress: string;
    readonly onContact: Sentence;
    readonly notOffline: Sentence;
    readonly understood: string;
    /** Stands where the trouble would be, after the agent has signed out. */
    readonly signedOut: Sentence;
    /** The same where Connect was not seen to be Offline. */
    readonly stillIn: (status: string) => Sentence;
  };
  readonly signIn: {
    readonly windowTitle: (host: string) => string;
    readonly question: (question: SignInQuestion) => Sentence;
    readonly allow: string;
    readonly cancel: string;
    readonly tryAgain: string;
    readonly close: string;
    readonly user: string;
    readonly password: string;
    readonly certificate: string;
    readonly send: string;
  };
  readonly leaving: {
    readonly settingOffline: Readonly<Record<LeavingGoal, Sentence>>;
    /** `open` names what is still open, as `stillOpen` says it. */
    readonly onContact: (open: string) => Sentence;
    /** Calls by the names of the customers, and how many of each other kind. */
    readonly stillOpen: (
      calls: readonly string[],
      others: Readonly<Record<Exclude<ContactChannel, 'voice' | 'queueCallback'>, number>>,
    ) => string;
    readonly confirmEnd: Sentence;
    readonly whenClear: Readonly<Record<LeavingGoal, string>>;
    readonly notConfirmed: (reason: string | null) => Sentence;
    /** Why Offline was not confirmed, as it stands in brackets. */
    readonly reason: Readonly<Record<CommandFailureReason, string>>;
    /** The panel broke down again and again. */
    readonly givenUp: Sentence;
    /** The page died again and stays so until the agent wants it back. */
    readonly pageGone: Sentence;
    readonly restartPanel: string;
    readonly stay: string;
    readonly quitWhenClear: string;
    readonly endAndQuit: string;
    /** For a call on which others talk on. */
    readonly confirmLeave: Sentence;
    readonly leaveAndQuit: string;
    readonly endNow: string;
    readonly signIn: string;
    readonly tryAgain: string;
    readonly anyway: Readonly<Record<LeavingGoal, string>>;
    /** The run before ended without Offline; what has become of the agent now. `since` is a text, null when not known. */
    readonly closedBadly: (outcome: ExitOutcome, since: string | null) => Sentence;
    /** The computer went to sleep; what has become of the agent. */
    readonly wentToSleep: (outcome: ExitOutcome) => Sentence;
    readonly goOn: string;
  };
  /** The customer's hook acted because nothing was heard of this computer for `lasting`; null when not known for how long. */
  readonly leaseExpired: {
    readonly offline: (lasting: string | null) => Sentence;
    readonly queued: (lasting: string | null) => string;
    readonly stay: string;
    readonly takeContacts: string;
  };
  readonly exits: ExitWords;
  readonly protection: ProtectionWords;
  /** For screen readers, when something changes that is only seen. */
  readonly announce: {
    readonly ringing: (who: string) => string;
    readonly connected: (who: string) => string;
    readonly held: string;
    readonly resumed: string;
    readonly muted: string;
    readonly unmuted: string;
    readonly ended: string;
  };
}
