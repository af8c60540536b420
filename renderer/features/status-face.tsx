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
export function StatusFace() {
  const { words } = useScreen();
  const availability = usePart(({ agent }) => agent?.availability ?? null);
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  if (availability === null) return null;
  const name = availability.name || words.status.none;
  return (
    <>
      <span class="only-read-out">{words.status.button(name)}</span>
      <StatusShape {...lookOfStatus(availability.type)} />
      <strong class="status-name" aria-hidden="true">
        <MiddleTruncated text={name} />
      </strong>
      {availability.sinceMs !== null && <StatusTime sinceMs={availability.sinceMs} skewMs={skewMs} />}
      <ActivityFace />
      <span class="chevron" aria-hidden="true" />
    </>
  );
}

function ActivityFace() {
  const { words } = useScreen();
  const activity = usePart(({ agent }) => agent?.activity ?? 'idle');
  // Drawn ahead of the next ring.
  const shown = activity === 'idle' ? 'ringing' : activity;
  const look = lookOfActivity(shown);
  return (
    <span aria-hidden="true" class={`activity tone-${look.tone} ${activity === 'idle' ? 'ahead' : ''}`}>
      <StatusShape {...look} />
      <span class="activity-name">{words.status.activity[shown]}</span>
    </span>
  );
}
