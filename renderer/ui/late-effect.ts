import { useLayoutEffect } from 'preact/hooks';
import { runLate } from '../models/run-late.js';

/**
 * An effect that waits until the frame it follows is done. Preact runs its own in the first task after it, ahead of what
 * else has come meanwhile: the next message of the panel, a press.
 */
export function useLateEffect(effect: () => (() => void) | undefined, inputs: readonly unknown[]): void {
  useLayoutEffect(() => {
    let end: (() => void) | undefined;
    const forget = runLate(() => {
      end = effect();
    });
    return () => {
      forget();
      end?.();
    };
  }, inputs);
}
