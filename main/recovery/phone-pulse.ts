import type { WebContents, WebFrameMain } from 'electron';
import { probeFrame } from './probe-frame.js';

/** Whether the two frames of the phone run. */
export interface Pulse {
  readonly page: boolean;
  readonly panel: boolean;
}

/** Feels whether page and panel run, and ends the process of one that does not. */
export interface PhonePulse {
  feel(): Promise<Pulse>;
  /**
   * Kills the process of the panel, and resolves when Chromium knows that it is gone, at the latest after `deathLimitMs`. A
   * new frame would otherwise be put into the process that hangs, or, while that dies, never be loaded at all (measured with
   * Electron 33 on Linux, in two of three).
   */
  killPanel(): Promise<void>;
}

export const deathLimitMs = 1_000;
/** There is no event to wait for. */
const deathLookMs = 20;

/** Call for each phone window. The panel's process is remembered while it lives: a frame that died no longer tells. */
export function createPhonePulse(contents: WebContents, kill: (pid: number) => void): PhonePulse {
  let panelPid: number | null = null;
  const panel = (): WebFrameMain | undefined => contents.mainFrame.frames[0];
  function runsIn(pid: number): boolean {
    try {
      return !contents.isDestroyed() && panel()?.osProcessId === pid;
    } catch {
      return false;
    }
  }
  contents.on('did-frame-finish-load', (_event, isMainFrame) => {
    if (isMainFrame || contents.isDestroyed()) return;
    const pid = panel()?.osProcessId;
    if (pid !== undefined && pid !== contents.getOSProcessId()) panelPid = pid;
  });
  return {
    async feel() {
      if (contents.isDestroyed() || contents.isCrashed()) return { page: false, panel: false };
      try {
        const frame = panel();
        const [page, inside] = await Promise.all([
          probeFrame(contents.mainFrame),
          frame === undefined ? true : probeFrame(frame),
        ]);
        return { page, panel: inside };
      } catch {
        // Reading a frame that has just been disposed of throws.
        return { page: true, panel: false };
      }
    },
    async killPanel() {
      const pid = panelPid;
      panelPid = null;
      if (pid === null) return;
      kill(pid);
      for (let waitedMs = 0; waitedMs < deathLimitMs && runsIn(pid); waitedMs += deathLookMs) {
        await new Promise((resolve) => setTimeout(resolve, deathLookMs));
      }
    },
  };
}
