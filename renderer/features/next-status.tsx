import { useRef } from 'preact/hooks';
import type { PendingStatus } from '../../contract/pending.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { Menu } from '../ui/menu.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { usePreparedKey } from '../ui/prepared.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { mayQueue, useStatusMenu } from './status-menu.js';
import { usePart } from './use-part.js';

/** The next status, or the way to choose one while it makes sense; and any status that is not confirmed yet. */
export function NextStatus() {
  const place = useRef<HTMLSpanElement>(null);
  useKeptFocus(place);
  const { onChoose } = useStatusMenu();
  const queues = usePart(mayQueue);
  const name = usePart(({ agent }) => agent?.nextStatus?.name ?? null);
  const pending = usePart((snapshot) => snapshot.pending.status);
  // A choice that is on its way is shown instead of what it replaces.
  const offered = pending === null && (name !== null || queues);
  const key = usePreparedKey(offered);
  const hidden = !offered && pending === null;
  return (
    <span class={hidden ? 'next-status ahead' : 'next-status'} aria-hidden={hidden} ref={place} tabIndex={-1}>
      {pending === null && (
        // Drawn ahead of the contact with which it is offered.
        <NextChip key={key} name={name} queues={queues || !offered} outOfReach={!offered} />
      )}
      {pending !== null && <PendingSign pending={pending} onRetry={() => onChoose(pending.statusId)} />}
    </span>
  );
}

interface NextChipProps {
  readonly name: string | null;
  /** A status that is chosen now becomes the next one. */
  readonly queues: boolean;
  /** It is drawn ahead. */
  readonly outOfReach: boolean;
}

function NextChip({ name, queues, outOfReach }: NextChipProps) {
  const { phone, words } = useScreen();
  const menu = useStatusMenu();
  const text = name === null ? words.status.chooseNext : words.status.next(name);
  return (
    <span class={name === null ? 'next-chip unset' : 'next-chip'}>
      {queues ? (
        <Menu buttonClass="next-button" menuLabel={words.status.chooseNext} outOfReach={outOfReach} {...menu}>
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
