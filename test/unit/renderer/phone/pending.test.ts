import { describe, expect, it } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import type { Pending } from '../../../../contract/pending.js';
import { keepSame } from '../../../../renderer/phone/keep-same.js';
import { beginCommand, confirmStatus, endCommand, overdueStatus } from '../../../../renderer/phone/pending.js';
import { available, buildAgent, chose, lunch } from '../../contract/build-snapshot.js';

const nothing: Pending = { status: null, commands: [], lastFailure: null };
const refused: CommandFailure = { reason: 'refused', detail: 'InvalidStateException' };
const setLunch: Command = { kind: 'setStatus', statusId: lunch.statusId };
const queueLunch: Command = { kind: 'queueStatus', statusId: lunch.statusId };
const setAvailable: Command = { kind: 'setStatus', statusId: available.statusId };
const agent = buildAgent();

const waiting = { statusId: lunch.statusId, name: 'Lunch', as: 'status', phase: 'waiting', failure: null };

describe('pending commands', () => {
  it('are listed oldest first until they end', () => {
    const hold: Command = { kind: 'hold', contactId: 'c1' };
    const mute: Command = { kind: 'mute' };
    const both = beginCommand(beginCommand(nothing, hold, agent), mute, agent);
    expect(both.commands).toEqual([hold, mute]);
    expect(endCommand(both, hold, null).commands).toEqual([mute]);
    expect(endCommand(endCommand(both, mute, null), hold, null)).toEqual(nothing);
  });

  it('tell the last failure until the next command begins', () => {
    const mute: Command = { kind: 'mute' };
    const failed = endCommand(beginCommand(nothing, mute, agent), mute, refused);
    expect(failed).toEqual({ status: null, commands: [], lastFailure: { command: mute, failure: refused } });
    expect(beginCommand(failed, { kind: 'unmute' }, agent).lastFailure).toBeNull();
  });

  // The phone keeps the identity of equal parts between these steps; the gate sends the same command again and again.
  it.each([
    ['the first ends first', [0, 1]],
    ['the second ends first', [1, 0]],
  ] as const)('are all gone after the same command ran twice at once and %s', (_what, order) => {
    const commands: readonly Command[] = [{ kind: 'goOffline' }, { kind: 'goOffline' }];
    let pending = nothing;
    for (const command of commands) pending = keepSame(pending, beginCommand(pending, command, agent));
    for (const index of order) {
      const command = commands[index];
      if (command !== undefined) pending = keepSame(pending, endCommand(pending, command, null));
    }
    expect(pending.commands).toEqual([]);
  });
});

describe('a pending status', () => {
  it.each([
    [setLunch, 'status'],
    [queueLunch, 'nextStatus'],
  ] as const)('of %j waits as %s under its name', (command, as) => {
    expect(beginCommand(nothing, command, agent).status).toEqual({ ...waiting, as });
  });

  it('has no name while no list of statuses is known', () => {
    expect(beginCommand(nothing, setLunch, null).status?.name).toBe('');
  });

  it('is not touched by other commands', () => {
    const chosen = beginCommand(nothing, setLunch, agent);
    expect(beginCommand(chosen, { kind: 'mute' }, agent).status).toEqual(waiting);
    expect(endCommand(chosen, { kind: 'mute' }, refused).status).toEqual(waiting);
  });

  it('is replaced by the next choice, whose end only counts', () => {
    const chosen = beginCommand(beginCommand(nothing, setLunch, agent), setAvailable, agent);
    expect(chosen.status?.statusId).toBe(available.statusId);
    expect(endCommand(chosen, setLunch, refused).status?.phase).toBe('waiting');
    expect(endCommand(chosen, setAvailable, refused).status).toMatchObject({ phase: 'failed', failure: refused });
  });

  it('goes on waiting after Connect said yes: only a snapshot confirms', () => {
    expect(endCommand(beginCommand(nothing, setLunch, agent), setLunch, null).status).toEqual(waiting);
  });

  it('is confirmed by the status now or by the next one', () => {
    const chosen = beginCommand(nothing, queueLunch, agent);
    expect(confirmStatus(chosen, buildAgent({ availability: chose(lunch) })).status).toBeNull();
    expect(confirmStatus(chosen, buildAgent({ nextStatus: lunch })).status).toBeNull();
  });

  it('takes back a next status only when that is gone', () => {
    const queued = buildAgent({ nextStatus: lunch });
    const chosen = beginCommand(nothing, { kind: 'queueStatus', statusId: available.statusId }, queued);
    expect(chosen.status?.statusId).toBe(available.statusId);
    expect(confirmStatus(chosen, queued)).toBe(chosen);
    expect(confirmStatus(chosen, agent).status).toBeNull();
  });

  it('is not confirmed by another status', () => {
    const chosen = beginCommand(nothing, setLunch, agent);
    expect(confirmStatus(chosen, buildAgent({ nextStatus: available }))).toBe(chosen);
    expect(confirmStatus(nothing, agent)).toBe(nothing);
  });

  it('fails when no snapshot showed it in time, with the reason', () => {
    const chosen = endCommand(beginCommand(nothing, setLunch, agent), setLunch, null);
    const failure = { reason: 'noAnswer', detail: null };
    expect(overdueStatus(chosen, setLunch)).toEqual({
      status: { ...waiting, phase: 'failed', failure },
      commands: [],
      lastFailure: { command: setLunch, failure },
    });
  });

  it('does not fail late when it was confirmed, has failed or was replaced', () => {
    const chosen = beginCommand(nothing, setLunch, agent);
    const gone = confirmStatus(chosen, buildAgent({ availability: chose(lunch) }));
    const failed = endCommand(chosen, setLunch, refused);
    const replaced = beginCommand(chosen, setAvailable, agent);
    expect(overdueStatus(gone, setLunch)).toBe(gone);
    expect(overdueStatus(failed, setLunch)).toBe(failed);
    expect(overdueStatus(replaced, setLunch)).toBe(replaced);
    expect(overdueStatus(chosen, { kind: 'mute' })).toBe(chosen);
  });
});

describe('digits that are sent', () => {
  it('are told nowhere, neither on their way nor when they fail', () => {
    const command: Command = { kind: 'sendDigits', contactId: 'c1', digits: '4711' };
    const begun = beginCommand(nothing, command, null);
    const failed = endCommand(begun, command, { reason: 'noAnswer', detail: null });
    expect(begun.commands).toEqual([{ ...command, digits: '*' }]);
    expect(failed).toMatchObject({ commands: [], lastFailure: { command: { digits: '*' } } });
  });
});
