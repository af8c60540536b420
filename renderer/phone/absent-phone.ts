import { signal } from '@preact/signals';
import { emptySnapshot } from '../../contract/empty-snapshot.js';
import type { Phone } from './phone.js';

/** The phone while no instance is configured: it says so and does nothing. */
export function createAbsentPhone(): Phone {
  return {
    snapshot: signal({
      ...emptySnapshot,
      health: { phase: 'trouble', trouble: 'noAddress', webSocketUp: true, otherPanel: false, recovery: 'none' },
    }),
    quickConnects: signal({ phase: 'unread', quickConnects: [] }),
    loadQuickConnects: () => undefined,
    execute: async () => ({ reason: 'noPhone', detail: null }),
    panelLoaded: () => undefined,
    woke: () => undefined,
    recovering: () => undefined,
    signIn: () => undefined,
    restartPanel: () => undefined,
  };
}
