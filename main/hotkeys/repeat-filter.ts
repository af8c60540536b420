/** The longest a system waits before a held key repeats: a second on Windows, 660 ms under Xvfb. */
const firstRepeatMs = 1_000;
/** Once it repeats, a held key is heard at least this often. */
const repeatPauseMs = 300;

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
