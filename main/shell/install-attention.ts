import type { BrowserWindow } from 'electron';
import { emptySnapshot } from '../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import type { Log } from '../app/log.js';
import type { DeskState } from '../attention/desk-state.js';
import type { Attention } from '../attention/open-attention.js';
import type { AnswerToast } from '../ipc/answer-toast.js';
import type { PageOrigin } from '../origin/start-origin.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';
import type { MissedKeeper } from './missed-contacts.js';
import { watchLooking } from './watch-looking.js';

export interface AttentionInstallDeps {
  readonly origin: PageOrigin;
  /** The small window's own preload. */
  readonly preload: string;
  readonly answerToast: AnswerToast;
  readonly log: Log;
  readonly words: Words;
  readonly link: Pick<PhoneLink, 'onSnapshot' | 'execute'>;
  readonly settings: Pick<SettingsKeeper, 'values' | 'change' | 'onChange'>;
  readonly missed: Pick<MissedKeeper, 'unseen' | 'onChange'>;
  readonly gate: Pick<PresenceGate, 'passes'>;
  bringForward(): void;
}

/** What the rest of the app tells it. */
export interface InstalledAttention {
  /** For each phone window, before its page loads. */
  windowOpened(window: BrowserWindow): void;
  /** The phone's page went away; another one is on its way or not. */
  pageLeft(): void;
  /** Another agent comes, or another instance: nothing of the last one is shown any more. */
  agentLeft(): void;
}

/** As long as the phone itself waits for Connect; what comes later is told in the window all the same. */
const commandTimeoutMs = 15_000;
/** So long a page that comes back may take until it knows its agent again; what was shown before it went stays meanwhile. */
const backLimitMs = 15_000;
/** The start is over by then, and a ring this early is loaded for at once. */
const loadAfterMs = 2_000;

/**
 * Follows the phone for everything that is shown outside of its window. All of that is loaded once somebody is signed in
 * and the window has had its first moments, or with the first ring.
 */
export function installAttention(deps: AttentionInstallDeps): InstalledAttention {
  const { link, settings, missed } = deps;
  let window: BrowserWindow | null = null;
  let attention: Attention | null = null;
  let loading = false;
  let waiting: NodeJS.Timeout | null = null;
  let lostAtMs: number | null = null;
  let state: DeskState = {
    snapshot: emptySnapshot,
    missed: 0,
    inFront: false,
    phoneThere: true,
    settings: settings.values(),
  };

  function change(changed: Partial<DeskState>): void {
    state = { ...state, ...changed };
    // Electron ends when its last window is gone; one that is made while the others go would keep it.
    if (deps.gate.passes()) return;
    if (attention !== null) attention.draw(state);
    else if (state.snapshot.contacts.length > 0) void load();
    else if (state.snapshot.agent !== null) waiting ??= setTimeout(() => void load(), loadAfterMs);
  }

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    if (waiting !== null) clearTimeout(waiting);
    const { openAttention } = await import('../attention/open-attention.js');
    if (deps.gate.passes()) return;
    attention = openAttention({
      ...deps,
      flash(on) {
        if (window?.isDestroyed() === false) window.flashFrame(on);
      },
      execute: (command) => link.execute(command, commandTimeoutMs),
      showPhone: deps.bringForward,
      placed: (toastPlace) => void settings.change({ toastPlace }),
      changed: () => change({}),
    });
    attention.draw(state);
  }

  function snapshotCame(snapshot: PhoneSnapshot): void {
    const isBack = snapshot.agent !== null || snapshot.health.trouble !== null;
    const isLate = lostAtMs !== null && Date.now() - lostAtMs > backLimitMs;
    // A page that has just come knows nobody; what is known from before says more.
    if (lostAtMs !== null && !isBack && !isLate) return;
    lostAtMs = null;
    change({ snapshot, phoneThere: true });
  }

  link.onSnapshot(snapshotCame);
  settings.onChange((changed) => change({ settings: changed }));
  missed.onChange((unseen) => change({ missed: unseen.length }));

  return {
    windowOpened(opened) {
      window = opened;
      watchLooking(opened, (inFront) => {
        if (window === opened) change({ inFront });
      });
    },
    pageLeft() {
      lostAtMs ??= Date.now();
      change({ phoneThere: false });
    },
    agentLeft() {
      lostAtMs = null;
      change({ snapshot: emptySnapshot, phoneThere: true });
    },
  };
}
