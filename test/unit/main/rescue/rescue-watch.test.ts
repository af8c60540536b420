import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { LeavingView } from '../../../../contract/leaving.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { rescueCodes } from '../../../../main/rescue/rescue-codes.js';
import { watchRescue } from '../../../../main/rescue/rescue-watch.js';
import { buildAgent, buildSnapshot } from '../../contract/build-snapshot.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function start(agentId: string | null = 'arn:ada') {
  const ends: number[] = [];
  let asked = 0;
  let listener = (_snapshot: PhoneSnapshot): void => undefined;
  const watch = watchRescue({
    agentId,
    onSnapshot(given) {
      listener = given;
      return () => undefined;
    },
    askRecover: () => {
      asked += 1;
    },
    end: (code) => ends.push(code),
  });
  return { ends, watch, asked: () => asked, hear: (snapshot: PhoneSnapshot) => listener(snapshot) };
}

const agent = buildAgent({ agentId: 'arn:ada' });
const told = (outcome: 'confirmed' | 'queued' | 'unconfirmed'): LeavingView => ({
  kind: 'closedBadly',
  outcome,
  sinceMs: null,
});

it.each([
  ['confirmed', rescueCodes.offline],
  ['queued', rescueCodes.failed],
  ['unconfirmed', rescueCodes.failed],
] as const)('asks once and ends by what came of it: %s', (outcome, code) => {
  const run = start();
  run.hear(buildSnapshot({ agent }));
  run.hear(buildSnapshot({ agent }));
  expect(run.asked()).toBe(1);
  run.watch.shown({ kind: 'settingOffline' });
  expect(run.ends).toEqual([]);
  run.watch.shown(told(outcome));
  expect(run.ends).toEqual([code]);
});

it('does nothing to somebody else', () => {
  const run = start();
  run.hear(buildSnapshot({ agent: buildAgent({ agentId: 'arn:grace' }) }));
  expect(run.asked()).toBe(0);
  expect(run.ends).toEqual([rescueCodes.offline]);
});

it('says that nobody is signed in', () => {
  const run = start();
  const { health } = buildSnapshot();
  run.hear(buildSnapshot({ agent: null, health: { ...health, phase: 'trouble', trouble: 'signedOut' } }));
  expect(run.ends).toEqual([rescueCodes.loginExpired]);
});

it('gives a panel up that shows nobody', () => {
  const run = start();
  vi.advanceTimersByTime(23_999);
  expect(run.ends).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(run.ends).toEqual([rescueCodes.failed]);
});
