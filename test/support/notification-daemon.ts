import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { expect } from '@playwright/test';
import type { SessionBus } from './session-bus.js';
import { hasSessionBus } from './session-bus.js';
import { test as busTest } from './session-bus-test.js';

const tools = ['/usr/bin/busctl', '/usr/bin/dunst', '/usr/bin/dunstctl'];

/** Whether this machine has a real notification daemon; a set-up without a display installs it. */
export const hasNotificationDaemon = hasSessionBus && tools.every((tool) => existsSync(tool));

/** A message as it went over the bus. */
export interface BusTraffic {
  readonly member: string;
  readonly interface: string;
  /** What it carries, as `busctl` writes it. */
  readonly data: readonly unknown[];
}

/** Everything that goes over a session bus. */
export interface BusEar {
  /** What was said so far with this member, oldest first. */
  heard(member: string): readonly BusTraffic[];
  stop(): Promise<void>;
}

export interface NotificationDaemon {
  /** Presses the button with this label on the notification that is shown. */
  pressButton(label: string): Promise<void>;
  /** Presses the notification itself. */
  press(): Promise<void>;
  /** Lets it stand still, as one that hangs, or go on. */
  freeze(frozen: boolean): void;
  stop(): Promise<void>;
}

/** Listens to everything on a bus. */
export async function listenOnBus({ address }: SessionBus): Promise<BusEar> {
  const child = spawn('busctl', [`--address=${address}`, '--json=short', 'monitor'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const heard: BusTraffic[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    const {
      member,
      interface: from,
      payload,
    } = JSON.parse(line) as {
      member?: string;
      interface?: string;
      payload?: { data?: readonly unknown[] };
    };
    if (member !== undefined) heard.push({ member, interface: from ?? '', data: payload?.data ?? [] });
  });
  // It says on stderr that it listens.
  await once(child.stderr, 'data');
  return {
    heard: (member) => heard.filter((each) => each.member === member),
    stop: () => ended(child),
  };
}

/** Starts dunst on a bus and the display of the test; resolves when it takes notifications. */
export async function startNotificationDaemon(bus: SessionBus, ear: BusEar): Promise<NotificationDaemon> {
  const folder = mkdtempSync(join(tmpdir(), 'notification-daemon-'));
  const env = { ...process.env, DBUS_SESSION_BUS_ADDRESS: bus.address };
  const menu = join(folder, 'menu');
  const choice = join(folder, 'choice');
  // Stands where dunst shows its menu of buttons: it chooses what the test has written down.
  writeFileSync(menu, `#!/bin/sh\ngrep -m1 -F "$(cat ${choice})"\n`);
  chmodSync(menu, 0o700);
  const config = join(folder, 'dunstrc');
  writeFileSync(config, `[global]\nmarkup = full\ndmenu = ${menu}\n`);
  const child = spawn('dunst', ['-conf', config], { env, stdio: 'ignore' });
  await expect
    .poll(() => ear.heard('NameAcquired').flatMap(({ data }) => data))
    .toContain('org.freedesktop.Notifications');
  const tell = async (...words: readonly string[]): Promise<void> => {
    const [code] = await once(spawn('dunstctl', words, { env, stdio: 'ignore' }), 'exit');
    expect(code).toBe(0);
  };
  return {
    async pressButton(label) {
      writeFileSync(choice, label);
      await tell('context');
    },
    press: () => tell('action', '0'),
    freeze: (frozen) => void child.kill(frozen ? 'SIGSTOP' : 'SIGCONT'),
    async stop() {
      await ended(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface NotificationFixtures {
  readonly ear: BusEar;
  readonly daemon: NotificationDaemon;
}

/** Tests of the app on a desktop with a real notification daemon. A test that does not ask for `daemon` has none. */
export const test = busTest.extend<NotificationFixtures>({
  ear: [
    async ({ sessionBus }, use) => {
      const ear = await listenOnBus(sessionBus);
      await use(ear);
      await ear.stop();
    },
    { auto: true },
  ],
  daemon: async ({ sessionBus, ear, display: _drawnOn }, use) => {
    const daemon = await startNotificationDaemon(sessionBus, ear);
    await use(daemon);
    daemon.freeze(false);
    await daemon.stop();
  },
});

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}
