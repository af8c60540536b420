import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { createPhoneLink } from '../../../main/phone/phone-link.js';
import { buildSnapshot } from '../contract/build-snapshot.js';

function start() {
  const announced: unknown[] = [];
  const withdrawn: unknown[] = [];
  const failed: string[] = [];
  const link = createPhoneLink(
    {
      announce(name, payload) {
        announced.push([name, payload]);
        return () => void withdrawn.push(payload);
      },
    },
    (error) => failed.push(error.message),
  );
  return { link, announced, withdrawn, failed };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('executing a command', () => {
  it('withdraws it when it has failed, so that no later page carries it out', () => {
    const { link, announced, withdrawn } = start();
    void link.execute({ kind: 'goOffline' }, 1_000);
    vi.advanceTimersByTime(1_000);
    expect(withdrawn).toEqual(announced.map((message) => (message as readonly unknown[])[1]));
  });

  it('announces it with a number of its own', () => {
    const { link, announced } = start();
    void link.execute({ kind: 'mute' }, 1_000);
    void link.execute({ kind: 'unmute' }, 1_000);
    expect(announced).toEqual([
      ['executeCommand', { commandId: 0, command: { kind: 'mute' } }],
      ['executeCommand', { commandId: 1, command: { kind: 'unmute' } }],
    ]);
  });

  it('resolves with the outcome of that command, in whatever order they settle', async () => {
    const { link } = start();
    const first = link.execute({ kind: 'mute' }, 1_000);
    const second = link.execute({ kind: 'goOffline' }, 1_000);
    link.commandSettled(1, { reason: 'refused', detail: 'X' });
    link.commandSettled(0, null);
    expect(await first).toBeNull();
    expect(await second).toEqual({ reason: 'refused', detail: 'X' });
    expect(vi.getTimerCount()).toBe(0);
  });

  it('gives up after its time-out, not before', async () => {
    const { link } = start();
    const outcomes: unknown[] = [];
    void link.execute({ kind: 'goOffline' }, 1_200).then((failure) => outcomes.push(failure));
    await vi.advanceTimersByTimeAsync(1_199);
    expect(outcomes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(outcomes).toEqual([{ reason: 'noAnswer', detail: null }]);
  });

  it('is done with it once it settled', () => {
    const { link, withdrawn } = start();
    void link.execute({ kind: 'goOffline' }, 1_000);
    link.commandSettled(0, null);
    const before = withdrawn.length;
    link.commandSettled(0, null);
    link.phoneLost();
    expect(withdrawn).toHaveLength(before);
  });

  it('withdraws it when the page is lost', () => {
    const { link, withdrawn } = start();
    void link.execute({ kind: 'goOffline' }, 1_000);
    expect(withdrawn).toEqual([]);
    link.phoneLost();
    expect(withdrawn).toEqual([{ commandId: 0, command: { kind: 'goOffline' } }]);
  });

  it('ignores an outcome that comes late, twice or for no command', async () => {
    const { link } = start();
    const late = link.execute({ kind: 'goOffline' }, 1_000);
    await vi.advanceTimersByTimeAsync(1_000);
    link.commandSettled(0, null);
    link.commandSettled(0, null);
    link.commandSettled(99, null);
    expect(await late).toEqual({ reason: 'noAnswer', detail: null });
    const next = link.execute({ kind: 'goOffline' }, 1_000);
    link.commandSettled(0, { reason: 'refused', detail: null });
    link.commandSettled(1, null);
    expect(await next).toBeNull();
  });

  it('fails everything that runs as soon as the page is lost', async () => {
    const { link } = start();
    const running = [link.execute({ kind: 'mute' }, 60_000), link.execute({ kind: 'goOffline' }, 60_000)];
    link.phoneLost();
    expect(await Promise.all(running)).toEqual([
      { reason: 'noPhone', detail: null },
      { reason: 'noPhone', detail: null },
    ]);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('following the phone', () => {
  it('begins with a phone of which nothing is known', () => {
    expect(start().link.snapshot()).toBe(emptySnapshot);
  });

  it('keeps the last snapshot and tells every listener until it stops listening', () => {
    const { link } = start();
    const heard: PhoneSnapshot[] = [];
    const also: PhoneSnapshot[] = [];
    const stop = link.onSnapshot((snapshot) => heard.push(snapshot));
    link.onSnapshot((snapshot) => also.push(snapshot));
    const first = buildSnapshot();
    const second = buildSnapshot({ muted: true });
    link.snapshotAnnounced(first);
    stop();
    link.snapshotAnnounced(second);
    expect(heard).toEqual([first]);
    expect(also).toEqual([first, second]);
    expect(link.snapshot()).toBe(second);
  });

  describe('for what is drawn besides the window', () => {
    const first = buildSnapshot();
    const second = buildSnapshot({ muted: true });

    function follow() {
      const { link } = start();
      const shown: PhoneSnapshot[] = [];
      const stop = link.onShown((snapshot) => shown.push(snapshot));
      link.snapshotAnnounced(first);
      return { link, shown, stop };
    }

    it('leaves the window a frame, and then tells the last of what came meanwhile, once', () => {
      const { link, shown } = follow();
      vi.advanceTimersByTime(16);
      link.snapshotAnnounced(second);
      expect(shown).toEqual([]);
      vi.advanceTimersByTime(1);
      expect(shown).toEqual([second]);
      expect(vi.getTimerCount()).toBe(0);
      link.snapshotAnnounced(first);
      vi.advanceTimersByTime(17);
      expect(shown).toEqual([second, first]);
    });

    it('waits no longer when the page is lost', () => {
      const { link, shown } = follow();
      link.phoneLost();
      expect(shown).toEqual([first]);
      link.phoneLost();
      vi.advanceTimersByTime(17);
      expect(shown).toEqual([first]);
    });

    it('tells nothing of an agent who has left', () => {
      const { link, shown } = follow();
      link.forget();
      vi.advanceTimersByTime(17);
      expect(shown).toEqual([]);
    });

    it('goes on with the others where one fails, and settles what runs before all else', async () => {
      const { link, failed } = start();
      const shown: PhoneSnapshot[] = [];
      link.onShown(() => {
        throw new Error('no picture');
      });
      link.onShown((snapshot) => shown.push(snapshot));
      const running = link.execute({ kind: 'mute' }, 60_000);
      link.snapshotAnnounced(first);
      link.phoneLost();
      expect(await running).toEqual({ reason: 'noPhone', detail: null });
      expect(shown).toEqual([first]);
      expect(failed).toEqual(['no picture']);
    });

    it('tells nobody who has stopped listening', () => {
      const { shown, stop } = follow();
      stop();
      vi.advanceTimersByTime(17);
      expect(shown).toEqual([]);
    });
  });
});
