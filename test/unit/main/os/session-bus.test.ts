import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { decodeMessage, encodeCall, messageLength } from '../../../../main/os/dbus-message.js';
import { openSessionBus, sessionBusPath } from '../../../../main/os/session-bus.js';
import { followTrayHost } from '../../../../main/tray/linux-tray-host.js';
import { hasSessionBus, startSessionBus } from '../../../support/session-bus.js';
import { startTrayHost } from '../../../support/tray-host.js';
import { hasTrayRig } from '../../../support/tray-rig.js';

const uid = process.getuid?.() ?? 0;
const hello = {
  destination: 'org.freedesktop.DBus',
  path: '/org/freedesktop/DBus',
  interface: 'org.freedesktop.DBus',
  member: 'GetId',
  body: [],
};

describe('the address of the session bus', () => {
  it.each([
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/user/7/bus' }, '/run/user/7/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/a%20b,guid=12' }, '/a b'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'tcp:host=x,port=1;unix:abstract=/tmp/dbus-1,guid=2' }, '\0/tmp/dbus-1'],
    [{ XDG_RUNTIME_DIR: '/run/user/7' }, '/run/user/7/bus'],
    [{ DBUS_SESSION_BUS_ADDRESS: 'disabled:', XDG_RUNTIME_DIR: '/run/user/7' }, null],
    [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=%' }, null],
    [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, null],
    [{}, null],
  ])('of %j is %j', (env, path) => expect(sessionBusPath(env)).toBe(path));
});

describe('a message of the bus', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 2 ** 32 - 1 }),
        fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 5 }),
        (serial, body) => {
          const bytes = encodeCall(serial, { ...hello, body });
          expect(messageLength(bytes)).toBe(bytes.length);
          expect(decodeMessage(bytes)).toEqual({
            type: 'call',
            serial,
            replySerial: null,
            sender: null,
            path: hello.path,
            interface: hello.interface,
            member: hello.member,
            body,
          });
        },
      ),
    );
  });

  it('is waited for until all of it has come', () => {
    const bytes = encodeCall(1, { ...hello, body: ['name'] });
    for (let end = 0; end < 16; end += 1) expect(messageLength(bytes.subarray(0, end))).toBe(null);
  });
});

describe('the session bus', () => {
  it('is none where nobody listens', async () => {
    expect(await openSessionBus(join(tmpdir(), 'no-bus'), uid)).toBe(null);
  });

  describe.skipIf(process.platform === 'win32')('in strange hands', () => {
    let server: Server;
    let answer = (_socket: Socket): void => undefined;
    const path = join(tmpdir(), `strange-bus-${process.pid}`);
    beforeEach(async () => {
      server = createServer((socket) => {
        socket.on('error', () => undefined);
        answer(socket);
      });
      await new Promise<void>((resolve) => server.listen(path, resolve));
    });
    afterEach(() => void server.close());

    it.each([
      ['refuses', 'REJECTED EXTERNAL\r\n'],
      ['hangs up', null],
      ['speaks another language', `OK 1\r\n${'x'.repeat(100)}`],
      [
        'says that a message is longer than any may be',
        Buffer.concat([Buffer.from('OK 1\r\nl\x02\0\x01'), Buffer.alloc(12, 0xff)]),
      ],
    ])('is none when it %s', async (_how, says) => {
      answer = (socket) => void (says === null ? socket.destroy() : socket.write(says));
      expect(await openSessionBus(path, uid)).toBe(null);
    });
  });

  it.skipIf(!hasSessionBus)('answers, and tells when it is gone', async () => {
    const daemon = await startSessionBus();
    const bus = await openSessionBus(sessionBusPath({ DBUS_SESSION_BUS_ADDRESS: daemon.address }) ?? '', uid);
    expect(await bus?.call(hello)).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/)]);
    expect(await bus?.call({ ...hello, destination: 'org.example.Nobody' })).toBe(null);
    const closed = new Promise<void>((resolve) => bus?.onClosed(resolve));
    await daemon.stop();
    await closed;
    expect(await bus?.call(hello)).toBe(null);
  });
});

describe.skipIf(!hasTrayRig)('who shows tray icons on Linux', () => {
  it('is followed as they come and go', async () => {
    const daemon = await startSessionBus();
    const rig = await startTrayHost(daemon.address);
    const bus = await openSessionBus(sessionBusPath({ DBUS_SESSION_BUS_ADDRESS: daemon.address }) ?? '', uid);
    if (bus === null) throw new Error('There is no bus');
    const host = await followTrayHost(bus);
    let told = (_there: boolean): void => undefined;
    host.onChange((there) => told(there));
    const next = (): Promise<boolean> =>
      new Promise((resolve) => {
        told = resolve;
      });
    expect(host.there()).toBe(false);
    for (const [act, there] of [
      [() => rig.appear(), true],
      [() => rig.hosts(false), false],
      [() => rig.hosts(true), true],
      [() => rig.vanish(), false],
      [() => rig.appear(), true],
      [() => daemon.stop(), false],
    ] as const) {
      const heard = next();
      await act();
      expect(await heard).toBe(there);
      expect(host.there()).toBe(there);
    }
    await rig.stop().catch(() => undefined);
  });
});
