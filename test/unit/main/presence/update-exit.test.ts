import { expect, it } from 'vitest';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { createPresenceGate } from '../../../../main/presence/gate.js';
import { leaveForUpdate } from '../../../../main/presence/update-exit.js';
import { buildAgent, buildContact, buildSnapshot, chose, offline } from '../../contract/build-snapshot.js';

const offlineSnapshot = buildSnapshot({ agent: buildAgent({ availability: chose(offline) }) });

/** The real gate before an updater that closes the windows, as Electron's does, and notes whether they were held. */
function startUpdater() {
  const done: string[] = [];
  let announce: (snapshot: PhoneSnapshot) => void = () => undefined;
  const gate = createPresenceGate({
    onSnapshot(listener) {
      announce = listener;
      return () => undefined;
    },
    execute: async ({ kind }) => {
      done.push(kind);
      return null;
    },
    show: () => undefined,
    exit: () => done.push('exit'),
    signOut: () => undefined,
    probe: async () => true,
    revive: () => undefined,
    report: () => undefined,
    record: () => undefined,
  });
  const updater = { quitAndInstall: () => done.push(gate.passes() ? 'installed' : 'held') };
  return { gate, updater, done, announce: (snapshot: PhoneSnapshot) => announce(snapshot) };
}

it('row 45: an update waits for Offline, and then finds every exit open', async () => {
  const { gate, updater, done, announce } = startUpdater();
  announce(buildSnapshot());
  expect(leaveForUpdate(gate, updater)).toBe('started');
  await Promise.resolve();
  expect(done).toEqual(['goOffline']);
  announce(offlineSnapshot);
  expect(done).toEqual(['goOffline', 'installed']);
});

it('row 45: an update is refused on a contact', () => {
  const { gate, updater, done, announce } = startUpdater();
  announce(buildSnapshot({ contacts: [buildContact()] }));
  expect(leaveForUpdate(gate, updater)).toBe('onContact');
  announce(offlineSnapshot);
  expect(done).toEqual([]);
});

it('row 45: an update needs nobody to wait for when nobody is signed in', () => {
  const { gate, updater, done, announce } = startUpdater();
  announce(emptySnapshot);
  leaveForUpdate(gate, updater);
  expect(done).toEqual(['installed']);
});
