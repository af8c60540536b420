import { formatDuration } from '../../contract/words/format-duration.js';
import { useNow } from '../models/now.js';

export interface DurationProps {
  /** Server clock in ms; null stands still at nothing. */
  readonly sinceMs: number | null;
  /** Local clock minus server clock in ms. */
  readonly skewMs: number;
}

/** Time since a moment, counting up. No live region: it must not be read out each second. */
export function Duration({ sinceMs, skewMs }: DurationProps) {
  const now = useNow(sinceMs !== null);
  return (
    <span class="duration" role="timer" aria-live="off">
      {formatDuration(sinceMs === null ? 0 : now - (sinceMs + skewMs))}
    </span>
  );
}
