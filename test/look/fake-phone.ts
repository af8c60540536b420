import { signal } from '@preact/signals';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Phone } from '../../renderer/phone/phone.js';

/** A phone that shows one snapshot and takes every command without doing it. */
export function createFakePhone(snapshot: PhoneSnapshot): Phone {
  return {
    snapshot: signal(snapshot),
    execute: async () => null,
    panelLoaded: () => undefined,
    woke: () => undefined,
    recovering: () => undefined,
    signIn: () => undefined,
    restartPanel: () => undefined,
  };
}
