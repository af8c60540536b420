import { signal } from '@preact/signals';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Phone } from '../../renderer/phone/phone.js';
import type { QuickConnectDirectory } from '../../renderer/phone/quick-connect.js';

const nobody: QuickConnectDirectory = { phase: 'ready', quickConnects: [] };

/** A phone that shows one snapshot and takes every command without doing it. */
export function createFakePhone(snapshot: PhoneSnapshot, directory: QuickConnectDirectory = nobody): Phone {
  return {
    snapshot: signal(snapshot),
    quickConnects: signal(directory),
    loadQuickConnects: () => undefined,
    execute: async () => null,
    panelLoaded: () => undefined,
    woke: () => undefined,
    recovering: () => undefined,
    signIn: () => undefined,
    restartPanel: () => undefined,
  };
}
