import { join } from 'node:path';
import { app, type BrowserWindow, clipboard, globalShortcut, powerMonitor } from 'electron';
import type { ClosingAnswer } from '../../contract/closing.js';
import type { Words } from '../../contract/words/words.js';
import type { Log } from '../app/log.js';
import { type Hotkeys, installHotkeys } from '../hotkeys/install-hotkeys.js';
import type { Announcer } from '../ipc/announce.js';
import type { AnswerToast } from '../ipc/answer-toast.js';
import type { PageOrigin } from '../origin/start-origin.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';
import { type Closing, createClosing } from './closing.js';
import type { DeskSurfaces } from './desk-surfaces.js';
import { installAttention } from './install-attention.js';
import { createMissedKeeper, type MissedKeeper } from './missed-contacts.js';

export interface DeskDeps {
  readonly settings: Pick<SettingsKeeper, 'values' | 'change' | 'onChange'>;
  readonly words: Words;
  readonly log: Log;
  readonly link: PhoneLink;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly gate: PresenceGate;
  readonly origin: PageOrigin;
  readonly answerToast: AnswerToast;
  /** The folder of what was built; the pictures are in it. */
  readonly dist: string;
  bringForward(): void;
}

/**
 * The phone on the desk, besides its window: tray, dock, task bar, menu bar, card and mini window, notifications, keys of the
 * whole system, and what closing the window means.
 */
export interface Desk {
  readonly hotkeys: Hotkeys;
  readonly missed: MissedKeeper;
  /** For each phone window, before its page loads. */
  windowOpened(window: BrowserWindow): void;
  /** The agent closes this window; the caller holds the closing. */
  closeAsked(window: BrowserWindow): void;
  closingAnswered(answer: ClosingAnswer): void;
  /** The window asks what only the agent can answer. */
  answerWanted(): void;
  pageLeft(): void;
  /** Another agent comes, or another instance. */
  agentLeft(): void;
}

/** When the panel shows nobody: the start is over by then. */
const loadAfterMs = 1_000;

/**
 * What is drawn is loaded when an agent is there, or the window has been for a moment: until then the panel is loading, on the
 * same thread and the same processor.
 */
export function installDesk(deps: DeskDeps): Desk {
  const { settings, log, link, announcer, gate, bringForward } = deps;
  const drawn = { ...link, onSnapshot: link.onShown };
  const missed = createMissedKeeper(drawn);
  const attention = installAttention({
    ...deps,
    link: drawn,
    missed,
    preload: join(deps.dist, 'preload', 'toast.cjs'),
  });
  let window: BrowserWindow | null = null;
  let surfaces: DeskSurfaces | null = null;
  let loading = false;
  let reached = false;
  link.onSnapshot(({ agent }) => {
    reached = true;
    if (agent !== null) void load();
  });
  link.onShown(() => surfaces?.draw());
  missed.onChange(() => surfaces?.draw());
  const closing: Closing = createClosing({
    settings: settings.values,
    changeSettings: settings.change,
    reachable: () => surfaces?.reachable() ?? false,
    canAsk: () => reached && link.snapshot().agent !== null,
    announcer,
    gate,
  });
  const hotkeys = installHotkeys({
    app,
    shortcuts: globalShortcut,
    power: powerMonitor,
    link,
    announcer,
    settings: settings.values,
    changeSettings: settings.change,
    readClipboard: async () => clipboard.readText(),
    bringForward,
  });
  app.on('activate', bringForward);

  async function load(): Promise<void> {
    if (loading) return;
    loading = true;
    try {
      const { openDeskSurfaces } = await import('./desk-surfaces.js');
      surfaces = await openDeskSurfaces({
        ...deps,
        missed: () => missed.unseen().length,
        reached: () => reached,
        window: () => window,
        unreachable: closing.unreachable,
      });
      surfaces.draw();
    } catch (error) {
      log.write('desk-failed', { error: (error as Error).message });
    }
  }

  function pageLeft(): void {
    reached = false;
    closing.pageLeft();
    attention.pageLeft();
    surfaces?.draw();
  }

  return {
    hotkeys,
    missed,
    windowOpened(opened) {
      window = opened;
      attention.windowOpened(opened);
      missed.windowOpened(opened);
      opened.once('ready-to-show', () => setTimeout(() => void load(), loadAfterMs));
      surfaces?.windowOpened();
    },
    closeAsked: closing.asked,
    closingAnswered: closing.answered,
    answerWanted: closing.answerWanted,
    pageLeft,
    agentLeft() {
      missed.forget();
      pageLeft();
      attention.agentLeft();
    },
  };
}
