/**
 * The longest a system waits before a held key repeats, and between two repeats: on Windows a second, and then at least
 * 2.5 times a second.
 * Source: https://learn.microsoft.com/windows/win32/api/winuser/nf-winuser-systemparametersinfow (SPI_SETKEYBOARDDELAY,
 * SPI_SETKEYBOARDSPEED)
 */
const firstRepeatMs = 1_000;
const repeatPauseMs = 450;

/**
 * Tells a press from the repeats of a key that is held: measured, 23 in 1.5 s, which would flip a mute as often.
 * A press counts when the key was silent for longer than a held one can be.
 */
export interface RepeatFilter {
  /** Whether what came at `nowMs` is a press of its own. */
  isPress(key: string, nowMs: number): boolean;
}

interface Heard {
  readonly atMs: number;
  readonly repeats: boolean;
}

export function createRepeatFilter(): RepeatFilter {
  const heard = new Map<string, Heard>();
  return {
    isPress(key, nowMs) {
      const last = heard.get(key);
      const silenceMs = last === undefined ? Number.POSITIVE_INFINITY : nowMs - last.atMs;
      const isPress = silenceMs > (last?.repeats ? repeatPauseMs : firstRepeatMs);
      heard.set(key, { atMs: nowMs, repeats: !isPress });
      return isPress;
    },
  };
}
