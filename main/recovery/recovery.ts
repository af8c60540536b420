import type { BrowserWindow, WebContents } from 'electron';
import { watchLife } from './life-watch.js';
import { createPhonePulse, type PhonePulse } from './phone-pulse.js';
import { createRestartLimit } from './restart-limit.js';

export interface RecoveryDeps {
  /** Whether an agent depends on the phone. */
  agentKnown(): boolean;
  /** Whether the panel holds the voice of a call, which a restart would end. */
  onCall(): boolean;
  /** The panel broke down too often: the agent is to be set Offline. */
  rest(): void;
  /** Nothing is restarted by itself any more although the page is gone. */
  pageStaysGone(): void;
  /** Ends a process, if it is still there. */
  kill(pid: number): void;
  /** Calls back when the process that does all network of the app is gone; Chromium starts another one. */
  onNetworkGone(listener: () => void): void;
  record(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

/** Keeps page and panel alive. */
export interface Recovery {
  /** Watches a phone window, instead of the one before. */
  watch(window: BrowserWindow): void;
  /** Whether page and panel run; resolves within about a second. */
  alive(): Promise<boolean>;
  /** Starts page and panel anew unless that has been done too often of late; returns whether it does. */
  restart(): boolean;
  /** Starts page and panel anew in any case: somebody is leaving. */
  revive(): void;
  /** From when page and panel may be started anew again, ms since the epoch; null when they may be now. */
  blockedUntilMs(): number | null;
}

/**
 * One way of getting the phone back, whoever noticed that it is gone: its own page, a crash, or the beat. What hangs is
 * killed first, as a new frame of the same site would be put into the process that hangs.
 */
export function createRecovery(deps: RecoveryDeps): Recovery {
  let contents: WebContents | null = null;
  let pulse: PhonePulse | null = null;
  let reviving = false;
  /** What the panel had open broke with the network's process; its worker never notices (measured with Electron 33). */
  let networkLost = false;
  const limit = createRestartLimit();

  async function alive(): Promise<boolean> {
    if (pulse === null || networkLost) return false;
    const { page, panel } = await pulse.feel();
    return page && panel;
  }

  async function startAnew(): Promise<void> {
    const into = contents;
    if (reviving || into === null || pulse === null) return;
    reviving = true;
    const { page, panel } = await pulse.feel();
    // The panel's worker may live on in its process, without a network that it could use.
    if (!panel || networkLost) await pulse.killPanel();
    networkLost = false;
    if (!into.isDestroyed()) {
      if (!page && !into.isCrashed()) await crash(into);
      into.reload();
    }
    reviving = false;
  }

  function lost(): boolean {
    return deps.agentKnown() && !deps.onCall() && (reviving || restart());
  }

  function restart(): boolean {
    const leave = limit.take(Date.now());
    deps.record('restart', { leave });
    if (leave === 'refused') return false;
    void startAnew();
    if (leave === 'last') deps.rest();
    return true;
  }

  watchLife({
    wanted: () => deps.agentKnown() && contents?.isDevToolsOpened() === false,
    alive,
    lost,
  });
  deps.onNetworkGone(() => {
    networkLost = true;
    lost();
  });

  return {
    watch(window) {
      const { webContents } = window;
      contents = webContents;
      pulse = createPhonePulse(webContents, deps.kill);
      webContents.on('render-process-gone', () => {
        if (contents === webContents && !reviving && !restart()) deps.pageStaysGone();
      });
    },
    alive,
    restart,
    revive: () => void startAnew(),
    blockedUntilMs: () => limit.blockedUntilMs(Date.now()),
  };
}

/** Ends the process of a page that hangs; resolves when it is gone. */
function crash(contents: WebContents): Promise<void> {
  const gone = new Promise<void>((resolve) => contents.once('render-process-gone', () => resolve()));
  contents.forcefullyCrashRenderer();
  return gone;
}
