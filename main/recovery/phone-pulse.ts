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
  /** Kills the process of the panel; a new frame would otherwise be put into the process that hangs. */
  killPanel(): void;
}

/** Call for each phone window. The panel's process is remembered while it lives: a frame that died no longer tells. */
export function createPhonePulse(contents: WebContents, kill: (pid: number) => void): PhonePulse {
  let panelPid: number | null = null;
  const panel = (): WebFrameMain | undefined => contents.mainFrame.frames[0];
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
    killPanel() {
      if (panelPid !== null) kill(panelPid);
      panelPid = null;
    },
  };
}
