import { useEffect, useState } from 'preact/hooks';
import { useScreen } from './screen-context.js';

export interface StatusTimeProps {
  /** Server clock in ms. */
  readonly sinceMs: number;
  /** Local clock minus server clock in ms. */
  readonly skewMs: number;
}

const minuteMs = 60_000;
/** A timer stands still while the computer sleeps; the text is drawn anew only where it differs. */
const longestWaitMs = 10_000;

/**
 * How long a status has lasted, in whole minutes. An agent waits in one for hours, and a clock of seconds draws a frame for
 * each (docs/adr/0027). No live region, as for `Duration`.
 */
export function StatusTime({ sinceMs, skewMs }: StatusTimeProps) {
  const { times } = useScreen();
  const [, drawAgain] = useState(0);
  const lastedMs = Math.max(0, Date.now() - (sinceMs + skewMs));
  useEffect(() => {
    const timer = setTimeout(
      () => drawAgain((count) => count + 1),
      Math.min(longestWaitMs, minuteMs - (lastedMs % minuteMs)),
    );
    return () => clearTimeout(timer);
  });
  return (
    <span class="status-time" role="timer" aria-live="off" aria-hidden="true">
      {times.inMinutes(lastedMs)}
    </span>
  );
}
