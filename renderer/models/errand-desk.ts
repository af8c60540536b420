import { type ReadonlySignal, signal } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { ErrandRefusal } from '../../contract/errand.js';
import type { EventPayload } from '../../contract/events.js';
import { createUnread, type Unread } from './unread.js';

export type ErrandAsked = NonNullable<EventPayload<'errandAsked'>>;

/** What links and command lines want, as far as the window has to do with it. */
export interface ErrandDesk {
  readonly asked: ReadonlySignal<ErrandAsked | null>;
  /** What they wanted and did not get, until it is read. */
  readonly refusals: Unread<ErrandRefusal>;
  /** The agent has answered. */
  settle(errandId: number): void;
}

export const createErrandRefusals = (): Unread<ErrandRefusal> => createUnread(({ kind }) => kind);

/** The desk of a page. */
export function createErrandDesk(
  bridge: Pick<Bridge, 'onErrandAsked' | 'onErrandRefused' | 'settleErrand'>,
): ErrandDesk {
  const asked = signal<ErrandAsked | null>(null);
  const refusals = createErrandRefusals();
  bridge.onErrandAsked((errand) => {
    asked.value = errand;
  });
  bridge.onErrandRefused(refusals.add);
  return {
    asked,
    refusals,
    settle(errandId) {
      asked.value = null;
      void bridge.settleErrand({ errandId });
    },
  };
}
