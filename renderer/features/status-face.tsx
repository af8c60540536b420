import type { Agent } from '../../contract/agent.js';
import { lookOfActivity, lookOfStatus } from '../models/status-look.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { StatusTime } from './status-time.js';
import { usePart } from './use-part.js';

/**
 * What the status button shows: the chosen status with its time, and beside it what the agent is doing. The button's name
 * is the status alone; the rest is its description, see StatusButton.
 */
export function StatusFace({ activity }: Pick<Agent, 'activity'>) {
  const { words } = useScreen();
  const availability = usePart(({ agent }) => agent?.availability ?? null);
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  if (availability === null) return null;
  // Drawn ahead of the next ring.
  const shown = activity === 'idle' ? 'ringing' : activity;
  const name = availability.name || words.status.none;
  return (
    <>
      <span class="only-read-out">{words.status.button(name)}</span>
      <StatusShape {...lookOfStatus(availability.type)} />
      <strong class="status-name" aria-hidden="true">
        <MiddleTruncated text={name} />
      </strong>
      {availability.sinceMs !== null && <StatusTime sinceMs={availability.sinceMs} skewMs={skewMs} />}
      <span
        aria-hidden="true"
        class={`activity tone-${lookOfActivity(shown).tone} ${activity === 'idle' ? 'ahead' : ''}`}
      >
        <StatusShape {...lookOfActivity(shown)} />
        <span class="activity-name">{words.status.activity[shown]}</span>
      </span>
      <span class="chevron" aria-hidden="true" />
    </>
  );
}
