import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
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
import { useDerived, usePart } from './use-part.js';

/** The next status, or the way to choose one while it makes sense; and any status that is not confirmed yet. */
export function NextStatus() {
  const place = useRef<HTMLSpanElement>(null);
  useKeptFocus(place);
  const { phone, actions } = useScreen();
  const { onChoose } = useStatusMenu();
  const pending = usePart((snapshot) => snapshot.pending.status);
  // A choice that is on its way is shown instead of what it replaces.
  const offered = useComputed(() => {
    const { agent, pending } = phone.snapshot.value;
    return pending.status === null && (agent?.nextStatus != null || mayQueue(phone.snapshot.value, actions.value));
  });
  const key = usePreparedKey(offered);
  const hidden = useComputed(() => !offered.value && phone.snapshot.value.pending.status === null);
  const look = useComputed(() => (hidden.value ? 'next-status ahead' : 'next-status'));
  return (
    <span class={look} aria-hidden={hidden} ref={place} tabIndex={-1}>
      {pending === null && (
        // Drawn ahead of the contact with which it is offered.
        <NextChip key={key} offered={offered} place={place} />
      )}
      {pending !== null && <PendingSign pending={pending} onRetry={() => onChoose(pending.statusId)} />}
    </span>
  );
}

interface NextChipProps {
  /** False while it is drawn ahead. */
  readonly offered: ReadonlySignal<boolean>;
  /** Where the keyboard goes when a button that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
}

function NextChip({ offered, place }: NextChipProps) {
  useKeptFocus(place);
  const { phone, actions, words } = useScreen();
  const menu = useStatusMenu();
  const name = usePart(({ agent }) => agent?.nextStatus?.name ?? null);
  // Whether a status that is chosen now becomes the next one.
  const queues = useDerived(() => !offered.value || mayQueue(phone.snapshot.value, actions.value));
  const reach = useComputed(() => (offered.value ? 0 : -1));
  const text = name === null ? words.status.chooseNext : words.status.next(name);
  return (
    <span class={name === null ? 'next-chip unset' : 'next-chip'}>
      {queues ? (
        <Menu buttonClass="next-button" reach={reach} {...menu}>
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
