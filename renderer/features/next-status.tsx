import { useRef } from 'preact/hooks';
import type { PendingStatus } from '../../contract/pending.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { Menu, type MenuItem } from '../ui/menu.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { usePreparedKey } from '../ui/prepared.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

export interface NextStatusProps {
  readonly snapshot: PhoneSnapshot;
  /** A status that is chosen now becomes the next one. */
  readonly queues: boolean;
  readonly items: () => readonly MenuItem[];
  readonly onChoose: (statusId: string) => void;
}

/** The next status, or the way to choose one while it makes sense; and any status that is not confirmed yet. */
export function NextStatus({ snapshot, queues, items, onChoose }: NextStatusProps) {
  const place = useRef<HTMLSpanElement>(null);
  useKeptFocus(place);
  const next = snapshot.agent?.nextStatus ?? null;
  const { status: pending } = snapshot.pending;
  // A choice that is on its way is shown instead of what it replaces.
  const offered = pending === null && (next !== null || queues);
  const key = usePreparedKey(offered);
  return (
    <span class="next-status" hidden={!offered && pending === null} ref={place} tabIndex={-1}>
      {pending === null && (
        // Drawn ahead of the contact with which it is offered.
        <NextChip key={key} name={next?.name ?? null} queues={queues || !offered} items={items} onChoose={onChoose} />
      )}
      {pending !== null && <PendingSign pending={pending} onRetry={() => onChoose(pending.statusId)} />}
    </span>
  );
}

function NextChip(props: { readonly name: string | null } & Pick<NextStatusProps, 'queues' | 'items' | 'onChoose'>) {
  const { phone, words } = useScreen();
  const { name, queues, items, onChoose } = props;
  const text = name === null ? words.status.chooseNext : words.status.next(name);
  return (
    <span class={name === null ? 'next-chip unset' : 'next-chip'}>
      {queues ? (
        <Menu buttonClass="next-button" menuLabel={words.status.chooseNext} items={items} onChoose={onChoose}>
          <MiddleTruncated text={text} />
        </Menu>
      ) : (
        <strong class="next-button">
          <MiddleTruncated text={text} />
        </strong>
      )}
      {name !== null && (
        <button
          type="button"
          class="next-clear"
          aria-label={words.status.clearNext}
          title={words.status.clearNext}
          onClick={() => void phone.execute({ kind: 'clearNextStatus' })}
        >
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}

function PendingSign({ pending, onRetry }: { readonly pending: PendingStatus; readonly onRetry: () => void }) {
  const { words } = useScreen();
  if (pending.phase === 'failed') {
    return (
      <span class="pending tone-bad">
        <StatusShape shape="triangle" tone="bad" />
        <MiddleTruncated text={words.status.failed(pending.name)} />
        <Button label={words.retry} look="quiet" onPress={onRetry} />
      </span>
    );
  }
  const text = pending.as === 'status' ? words.status.pending(pending.name) : words.status.pendingNext(pending.name);
  return (
    <span class="pending tone-waiting" role="status">
      <StatusShape shape="half" tone="waiting" />
      <MiddleTruncated text={text} />
    </span>
  );
}
