import { describe, expect, it } from 'vitest';
import { createDesktopNoticeBoard } from '../../../../main/attention/desktop-notice-board.js';
import type { NoticeAnswer } from '../../../../main/attention/notice-board.js';
import type { BusCall, BusMessage } from '../../../../main/os/dbus-message.js';
import type { SessionBus } from '../../../../main/os/session-bus.js';

const text = {
  title: 'Incoming call',
  body: '<b>A</b> & B',
  actions: [{ id: 'accept', label: 'Answer' }],
  isUrgent: true,
};
const message = (change: Partial<BusMessage>): BusMessage => ({
  type: 'return',
  serial: 1,
  replySerial: 1,
  path: null,
  sender: ':1.5',
  interface: 'org.freedesktop.Notifications',
  member: '',
  body: [],
  ...change,
});

/** A desktop that numbers notifications from 1; `abilities` null for one that has nobody for them. */
function openDesktop(abilities: readonly string[] | null = ['actions', 'body-markup']) {
  const calls: (readonly [string, ...unknown[]])[] = [];
  const answers: NoticeAnswer[] = [];
  const recorded: unknown[] = [];
  let heard = (_signal: BusMessage): void => undefined;
  let closed = (): void => undefined;
  let connections = 0;
  let last = 0;
  async function ask({ member, body }: BusCall): Promise<BusMessage | null> {
    calls.push([member, ...body]);
    if (abilities === null) return null;
    if (member === 'GetCapabilities') return message({ body: [abilities] });
    if (member === 'Notify') last = Number(body[1]) || last + 1;
    return message({ body: [last] });
  }
  const bus: SessionBus = {
    ask,
    call: async (call) => (await ask(call))?.body ?? null,
    onSignal(_rules, listener) {
      heard = listener;
    },
    onClosed(listener) {
      closed = listener;
    },
  };
  const board = createDesktopNoticeBoard({
    async connect() {
      connections += 1;
      return bus;
    },
    desktopEntry: 'switchhook',
    openLabel: 'Show the phone',
    record: (event, facts) => void recorded.push([event, facts]),
  });
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    async show(change: Partial<typeof text> = {}) {
      board.show('ring', { ...text, ...change }, (answer) => answers.push(answer));
      await settle();
    },
    async withdraw() {
      board.withdraw('ring');
      await settle();
    },
    signal: (change: Partial<BusMessage>) => heard(message({ type: 'signal', ...change })),
    closed: () => closed(),
    board,
    settle,
    calls,
    answers,
    recorded,
    connections: () => connections,
    notified: () => calls.filter(([member]) => member === 'Notify'),
  };
}

describe('notifications of a Linux desktop', () => {
  it('have buttons, stay, are silent, and are text where the desktop reads markup', async () => {
    const { show, notified } = openDesktop();
    await show();
    const [call] = notified();
    expect(call?.slice(1, 7)).toEqual([
      'Switchhook',
      0,
      'switchhook',
      'Incoming call',
      '&lt;b&gt;A&lt;/b&gt; &amp; B',
      ['default', 'Show the phone', 'accept', 'Answer'],
    ]);
    expect(call?.[8]).toBe(0);
    expect(call?.[7]).toContainEqual(['urgency', { signature: 'y', value: 2 }]);
    const plain = openDesktop([]);
    await plain.show({ isUrgent: false });
    expect(plain.notified()[0]?.[5]).toBe('<b>A</b> & B');
  });

  it('replace the one of the same name, and are taken back by its number', async () => {
    const { show, withdraw, notified, calls } = openDesktop();
    await show();
    await show();
    expect(notified().map(([, , replaces]) => replaces)).toEqual([0, 1]);
    await withdraw();
    await withdraw();
    expect(calls.filter(([member]) => member === 'CloseNotification')).toEqual([['CloseNotification', 1]]);
  });

  it('are not there when they were taken back before the desktop had answered', async () => {
    const { board, settle, calls } = openDesktop();
    board.show('ring', text, () => undefined);
    board.withdraw('ring');
    await settle();
    expect(calls.map(([member]) => member)).not.toContain('Notify');
  });

  it('say which button was pressed, if it was the one who shows it that says so', async () => {
    const { show, signal, answers } = openDesktop();
    await show();
    const pressed = { member: 'ActionInvoked', body: [1, 'accept'] };
    signal({ ...pressed, sender: ':1.66' });
    signal({ ...pressed, body: [9, 'accept'] });
    signal({ ...pressed, interface: 'com.example.Other' });
    expect(answers).toEqual([]);
    signal(pressed);
    signal({ member: 'ActionInvoked', body: [1, 'default'] });
    signal({ member: 'NotificationClosed', body: [1, 2] });
    signal(pressed);
    expect(answers).toEqual([{ kind: 'action', id: 'accept' }, { kind: 'open' }]);
  });

  it('are no trouble where nobody shows any, and the log says so', async () => {
    const { show, withdraw, recorded } = openDesktop(null);
    await show();
    await withdraw();
    expect(recorded).toEqual([['notification-not-shown', { reason: 'noAnswer' }]]);
  });

  it('are asked for on a new connection when the old one is gone', async () => {
    const { show, closed, connections, notified } = openDesktop();
    await show();
    closed();
    await show();
    expect(connections()).toBe(2);
    expect(notified().map(([, , replaces]) => replaces)).toEqual([0, 0]);
  });
});
