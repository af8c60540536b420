import { describe, expect, it } from 'vitest';
import { channelOf, requestNames } from '../../../contract/channels.js';
import { toastChannelOf, toastRequestNames } from '../../../contract/toast-bridge.js';
import { toastEvents, toastRequests } from '../../../contract/toast-channel.js';
import { createToastAnswers } from '../../../main/ipc/answer-toast.js';
import type { Sender } from '../../../main/ipc/trusted-sender.js';

type Ask = (event: Sender, input?: unknown) => Promise<unknown>;
const itself = { senderFrame: {}, sender: { id: 2 } } as unknown as Sender;
const phone = { senderFrame: {}, sender: { id: 1 } } as unknown as Sender;

function open() {
  const channels = new Map<string, Ask>();
  const reached: unknown[] = [];
  const logged: unknown[] = [];
  const note =
    (name: string) =>
    (input: unknown): void =>
      void reached.push([name, input]);
  const answer = createToastAnswers(
    { handle: (channel: string, ask: Ask) => void channels.set(channel, ask) } as never,
    { write: (event, facts) => void logged.push([event, facts]) },
  );
  answer(({ sender }) => sender.id === 2, {
    listen: note('listen'),
    act: note('act'),
    drag: note('drag'),
    showPhone: note('showPhone'),
  });
  return { channels, reached, logged };
}

describe('the table of the small window', () => {
  it('lists every request once, each with a reason, on channels that are none of the phone', () => {
    expect(toastRequestNames).toEqual(Object.keys(toastRequests));
    for (const { reason } of Object.values(toastRequests)) expect(reason.length).toBeGreaterThan(10);
    const others = new Set(requestNames.map(channelOf));
    for (const name of [...toastRequestNames, 'show'] as const) expect(others.has(toastChannelOf(name))).toBe(false);
    expect(Object.keys(toastEvents)).toEqual(['show']);
  });

  it('is answered to its page alone, and nothing else is', async () => {
    const { channels, reached, logged } = open();
    expect([...channels.keys()]).toEqual(toastRequestNames.map(toastChannelOf));
    const act = channels.get('switchhook-toast:act') as Ask;
    const command = { kind: 'accept', contactId: 'c1' };
    expect(await act(phone, command)).toEqual({ ok: false, failure: { kind: 'notTrusted' } });
    expect(await act(itself, command)).toEqual({ ok: true, value: undefined });
    expect(reached).toEqual([['act', command]]);
    expect(logged).toEqual([['request-refused', { name: 'toast-act', kind: 'notTrusted' }]]);
  });

  it.each([
    ['act', { kind: 'goOffline' }],
    ['act', { kind: 'dial', phoneNumber: '+1' }],
    ['act', { kind: 'accept' }],
    ['act', { kind: 'accept', contactId: 'x'.repeat(257) }],
    ['act', null],
    ['drag', 'everywhere'],
    ['drag', { x: 1, y: 2 }],
    ['listen', 1],
    ['showPhone', 'x'],
  ])('refuses %s with %j', async (name, input) => {
    const { channels, reached } = open();
    expect(await channels.get(`switchhook-toast:${name}`)?.(itself, input)).toMatchObject({
      ok: false,
      failure: { kind: 'badInput' },
    });
    expect(reached).toEqual([]);
  });
});
