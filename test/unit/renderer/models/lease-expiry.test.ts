import { signal } from '@preact/signals';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { createLeaseExpiry, sureLimitMs, unsureLimitMs } from '../../../../renderer/models/lease-expiry.js';
import { available, buildAgent, buildSnapshot, chose, lunch, offline } from '../../contract/build-snapshot.js';

const at = (status = available, nextStatus: typeof offline | null = null): PhoneSnapshot =>
  buildSnapshot({ agent: buildAgent({ availability: chose(status), nextStatus }) });
const nobody = buildSnapshot({ agent: null });

function start(first: PhoneSnapshot) {
  const snapshot = signal(first);
  const expiry = createLeaseExpiry(snapshot);
  return {
    expiry,
    shows: (next: PhoneSnapshot) => {
      snapshot.value = next;
    },
    shown: () => expiry.shown.value,
  };
}

const sure = { unreachableMs: 61_000, sure: true };
const unsure = { unreachableMs: 61_000, sure: false };
const told = (as: 'offline' | 'queued') => ({ as, unreachableMs: 61_000 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('says nothing of an agent who is Offline without news', () => {
  expect(start(at(offline)).shown()).toBeNull();
});

it.each([
  ['is Offline', at(offline), 'offline'],
  ['has Offline as next status', at(available, offline), 'queued'],
] as const)('is believed of an agent who %s, before or after the news', (_how, proof, as) => {
  const before = start(proof);
  before.expiry.told(sure);
  expect(before.shown()).toEqual(told(as));
  const after = start(at());
  after.expiry.told(sure);
  expect(after.shown()).toBeNull();
  vi.advanceTimersByTime(60_000);
  after.shows(proof);
  expect(after.shown()).toEqual(told(as));
  vi.advanceTimersByTime(10 * sureLimitMs);
  expect(after.shown()).toEqual(told(as));
});

it.each([
  ['the word of the hook', sure, sureLimitMs],
  ['the clocks', unsure, unsureLimitMs],
] as const)('is dropped when no snapshot shows in time what %s says', (_whose, news, limitMs) => {
  const { expiry, shows, shown } = start(at());
  expiry.told(news);
  vi.advanceTimersByTime(limitMs);
  shows(at(offline));
  expect(shown()).toBeNull();
});

it('waits while a page that comes anew knows nobody', () => {
  const { expiry, shows, shown } = start(at(offline));
  expiry.told(sure);
  shows(nobody);
  expect(shown()).toBeNull();
  shows(at(offline));
  expect(shown()).toEqual(told('offline'));
});

it('goes with the contact from queued to Offline', () => {
  const { expiry, shows, shown } = start(at(available, offline));
  expiry.told(sure);
  shows(at(offline));
  expect(shown()).toEqual(told('offline'));
});

it('is over when the agent has another status, and does not come back', () => {
  const { expiry, shows, shown } = start(at(offline));
  expiry.told(sure);
  shows(at(lunch));
  shows(at(offline));
  expect(shown()).toBeNull();
});

it('is read once, and told anew by other news', () => {
  const { expiry, shown } = start(at(offline));
  expiry.told(sure);
  expiry.dismiss();
  expect(shown()).toBeNull();
  expiry.told({ ...sure, unreachableMs: null });
  expect(shown()).toEqual({ as: 'offline', unreachableMs: null });
});
