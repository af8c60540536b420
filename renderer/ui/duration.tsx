import { formatDuration } from '../../contract/words/format-duration.js';
import { useNow } from '../models/now.js';

export interface DurationProps {
  /** Server clock in ms. */
  readonly sinceMs: number;
  /** Local clock minus server clock in ms. */
  readonly skewMs: number;
}

/** Time since a moment, counting up. No live region: it must not be read out each second. */
export function Duration({ sinceMs, skewMs }: DurationProps) {
  const now = useNow();
  return (
    <span class="duration" role="timer" aria-live="off">
      {formatDuration(now - (sinceMs + skewMs))}
    </span>
  );
}
