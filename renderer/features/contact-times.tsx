import type { Contact } from '../../contract/contact.js';
import { formatDuration } from '../../contract/words/format-duration.js';
import { stateWord } from '../../contract/words/state-word.js';
import type { Card } from '../models/card.js';
import { useNow } from '../models/now.js';
import { lookOfContact } from '../models/status-look.js';
import { type TimeInState, timeInStates } from '../models/time-in-states.js';
import { useScreen } from './screen-context.js';
import { useDerived, usePart } from './use-part.js';

/** How long the contact was in each of its states, once there is more than the present one. */
export function ContactTimes({ card }: { readonly card: Card }) {
  const several = useDerived(() => timeInStates(card.contact.value).length > 1);
  const skewMs = usePart((snapshot) => snapshot.skewMs);
  return several ? <Times contact={card.contact.value} skewMs={skewMs} /> : null;
}

interface TimesProps {
  readonly contact: Contact;
  readonly skewMs: number;
}

function Times({ contact, skewMs }: TimesProps) {
  const { words } = useScreen();
  const times = timeInStates(contact);
  const [first] = contact.timeline;
  return (
    <div class="timeline">
      <PhaseLine contact={contact} skewMs={skewMs} />
      <dl class="times" aria-label={words.call.timeline.title}>
        {times.map((time) => (
          <div key={time.state}>
            <dt>{stateWord({ ...contact, state: time.state, ending: isNow(time) ? contact.ending : null }, words)}</dt>
            <dd>
              {time.sinceMs === null ? (
                formatDuration(time.pastMs)
              ) : (
                <RunningTime pastMs={time.pastMs} sinceMs={time.sinceMs + skewMs} />
              )}
            </dd>
          </div>
        ))}
        {first !== undefined && (
          <div>
            <dt>{words.call.timeline.total}</dt>
            <dd>
              <RunningTime pastMs={0} sinceMs={first.sinceMs + skewMs} />
            </dd>
          </div>
        )}
      </dl>
    </div>
  );
}

/** The same as a line: each stretch as wide as it lasted. Only seen, as the times below it are read out. */
function PhaseLine({ contact, skewMs }: TimesProps) {
  const nowMs = useNow() - skewMs;
  const { timeline } = contact;
  return (
    <div class="phase-line" aria-hidden="true">
      {timeline.map(({ state, sinceMs }, index) => (
        <span
          key={sinceMs}
          class={`tone-${lookOfContact({ ...contact, state }).tone}`}
          style={{ flexGrow: Math.max(1, (timeline[index + 1]?.sinceMs ?? nowMs) - sinceMs) }}
        />
      ))}
    </div>
  );
}

/** Whether it is the state the contact is in. */
function isNow({ sinceMs }: TimeInState): boolean {
  return sinceMs !== null;
}

/** `sinceMs` is the local clock here. */
function RunningTime({ pastMs, sinceMs }: { readonly pastMs: number; readonly sinceMs: number }) {
  return <span>{formatDuration(pastMs + Math.max(0, useNow() - sinceMs))}</span>;
}
