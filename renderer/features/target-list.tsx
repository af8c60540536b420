import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CallTarget } from '../models/call-target.js';
import { formatNumber } from '../models/telephone-numbers.js';
import type { QuickConnect } from '../phone/quick-connect.js';
import { Icon, type IconName } from '../ui/icon.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { useScreen } from './screen-context.js';

export interface TargetListProps {
  /** Of the field the list belongs to. */
  readonly id: string;
  readonly label: string;
  readonly targets: readonly CallTarget[];
  readonly active: number;
  readonly onChoose: (target: CallTarget) => void;
}

/** Px; in the styles as well, as only the rows in sight are made. */
const rowHeight = 40;
const rowsInSight = 6;
/** Made beyond those in sight, so that scrolling shows no gap. */
const spareRows = 4;

const ICONS: Readonly<Record<QuickConnect['kind'], IconName>> = {
  agent: 'agentKind',
  queue: 'queueKind',
  phoneNumber: 'call',
};

/** The results of a search, of which only those in sight are made: there may be thousands. */
export function TargetList({ id, label, targets, active, onChoose }: TargetListProps) {
  const place = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    const list = place.current;
    if (list === null) return;
    const above = active * rowHeight;
    const below = above + rowHeight - list.clientHeight;
    if (list.scrollTop > above) list.scrollTop = above;
    else if (list.scrollTop < below) list.scrollTop = below;
  }, [active, targets]);
  const first = Math.max(0, Math.min(Math.floor(top / rowHeight), targets.length - rowsInSight) - spareRows);
  const shown = targets.slice(first, first + rowsInSight + 2 * spareRows);
  return (
    <div
      ref={place}
      class="targets"
      id={`${id}-list`}
      role="listbox"
      aria-label={label}
      hidden={targets.length === 0}
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div style={{ height: `${targets.length * rowHeight}px` }}>
        <div style={{ transform: `translateY(${first * rowHeight}px)` }}>
          {shown.map((target, index) => {
            const place = first + index;
            return (
              <TargetRow
                key={target.kind === 'typed' ? 'typed' : target.endpointId}
                id={`${id}-${place}`}
                target={target}
                place={place}
                count={targets.length}
                active={place === active}
                onChoose={onChoose}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface TargetRowProps {
  readonly id: string;
  readonly target: CallTarget;
  readonly place: number;
  readonly count: number;
  readonly active: boolean;
  readonly onChoose: (target: CallTarget) => void;
}

function TargetRow({ id, target, place, count, active, onChoose }: TargetRowProps) {
  const { add } = useScreen().words.call;
  const isTyped = target.kind === 'typed';
  const number = isTyped || target.phoneNumber === null ? null : formatNumber(target.phoneNumber);
  const name = isTyped ? add.call(target.text) : target.name || number || add.unnamed;
  return (
    // The field keeps the keyboard and names the row that is chosen; a row itself is only pressed.
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above
    <div
      id={id}
      role="option"
      class="target"
      aria-selected={active}
      aria-posinset={place + 1}
      aria-setsize={count}
      onClick={() => onChoose(target)}
    >
      <Icon name={isTyped ? 'call' : ICONS[target.kind]} />
      <span class="target-name">
        <MiddleTruncated text={name} />
      </span>
      {!isTyped && (
        <span class="target-kind">{number !== null && number !== name ? number : add.kind[target.kind]}</span>
      )}
    </div>
  );
}
