/** The part of a frame that a probe needs; Electron's `WebFrameMain` is one. */
export interface Probed {
  executeJavaScript(code: string): Promise<unknown>;
}

/**
 * Longer than a busy page on a slow machine takes. A frame whose process was killed throws, one that hangs never answers;
 * Electron has no event for either (measured with Electron 33 on Linux).
 */
export const probeLimitMs = 1_000;

/** Whether a frame still runs its scripts; resolves within `probeLimitMs`, never rejects. */
export async function probeFrame(frame: Probed): Promise<boolean> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), probeLimitMs);
  });
  try {
    return await Promise.race([frame.executeJavaScript('0').then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
