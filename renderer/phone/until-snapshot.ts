import type { ReadonlySignal } from '@preact/signals';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** Resolves with whether a snapshot was as wanted within `timeoutMs`. */
export function untilSnapshot(
  snapshot: ReadonlySignal<PhoneSnapshot>,
  isWanted: (snapshot: PhoneSnapshot) => boolean,
  timeoutMs: number,
): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (wanted: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(wanted);
    };
    const timer = setTimeout(settle, timeoutMs, false);
    const stop = snapshot.subscribe((next) => {
      // The present value comes at once, when `stop` is not there yet; it was not as wanted.
      if (isWanted(next)) settle(true);
    });
  });
}
