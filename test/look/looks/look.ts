import type { DownloadNews } from '../../../contract/download-news.js';
import type { AskedErrand, ErrandRefusal } from '../../../contract/errand.js';
import type { EventPayload } from '../../../contract/events.js';
import type { ExitEntry } from '../../../contract/exit-entry.js';
import type { GuardState } from '../../../contract/guard-state.js';
import type { HeadsetCandidate } from '../../../contract/headset-choice.js';
import type { Hotkey } from '../../../contract/hotkey.js';
import type { Leaving } from '../../../contract/leaving.js';
import type { LinkState } from '../../../contract/link-state.js';
import type { SimulatorInfo } from '../../../contract/requests.js';
import type { Settings, SettingsProblem } from '../../../contract/settings.js';
import type { SignedOut, SignInQuestion } from '../../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import type { HeadsetFace } from '../../../renderer/headset/headset-view.js';
import type { QuickConnectDirectory } from '../../../renderer/phone/quick-connect.js';

/** One thing the agent does before the look is there. Places are selectors, as labels change with the language. */
export type Step =
  | { readonly press: string }
  | { readonly type: string; readonly into: string }
  /** Moves the keyboard on, so that the ring around what has it is seen. */
  | { readonly tab: number };

/** One state of the window, as we want to see it. */
export interface Look {
  readonly snapshot: PhoneSnapshot;
  readonly leaving?: Leaving;
  readonly settings?: Partial<Settings>;
  readonly settingsProblems?: readonly SettingsProblem[];
  readonly question?: SignInQuestion;
  readonly downloads?: readonly DownloadNews[];
  /** The page is shown after a sign-out. */
  readonly signedOut?: SignedOut;
  readonly simulator?: SimulatorInfo;
  readonly uncleanEnd?: ExitEntry;
  /** The agent closes the window for the first time. */
  readonly closingAsked?: boolean;
  readonly leaseExpired?: EventPayload<'leaseExpired'>;
  /** The exit ledger; empty unless given. */
  readonly exits?: readonly ExitEntry[] | null;
  /** Keys of the whole system; none unless given. */
  readonly hotkeys?: readonly Hotkey[];
  /** What a link or another program wants. */
  readonly errand?: AskedErrand;
  readonly errandRefusals?: readonly ErrandRefusal[];
  /** Headsets; none unless given. */
  readonly headsets?: readonly HeadsetFace[];
  /** Headsets to choose from. */
  readonly offered?: readonly HeadsetCandidate[];
  /** Who opens links on this computer; unknown unless given. */
  readonly links?: readonly LinkState[];
  readonly restartsBlockedUntilMs?: number;
  /** A second process watches unless given. */
  readonly guard?: GuardState;
  /** Who a call can be passed to; nobody unless given. */
  readonly directory?: QuickConnectDirectory;
  /** What the agent does to see it, in this order. */
  readonly steps?: readonly Step[];
  /** The small window above all others, in place of the phone's: what it is told beside the snapshot. */
  readonly toast?: {
    readonly attributes: readonly string[];
    readonly trouble?: string;
    readonly phoneThere?: boolean;
  };
  /** Which window it is a look of; the phone's unless given. */
  readonly surface?: 'card' | 'strip';
  /** Panel and contact take turns in it, so that it exists in narrow windows alone. */
  readonly narrowOnly?: boolean;
}

export type Looks = Readonly<Record<string, Look>>;
