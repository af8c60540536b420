import { options } from 'preact';

/** Two frames of 60 a second. */
const afterMs = 34;

/**
 * Lets effects wait until the frame they follow is long done. Preact runs them in the first task after it, ahead of what
 * else has come meanwhile: the next message of the panel, a press.
 */
export function delayEffects(): void {
  options.requestAnimationFrame = (flush) => void setTimeout(flush, afterMs);
}
