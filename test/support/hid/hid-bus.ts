import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What the system knows of a device before anybody speaks with it. */
export interface HidDeviceData {
  readonly vendorId: number;
  readonly productId: number;
  readonly name: string;
  readonly serial?: string;
  readonly descriptor: Uint8Array;
}

/** A report that the app wrote; the first byte is its id, or 0 where the device has none. */
export interface WrittenReport {
  /** On the machine's own clock, see `monotonicMs`. */
  readonly atMs: number;
  readonly bytes: Uint8Array;
}

/** A device that is plugged in, seen from its own side. */
export interface PluggedDevice {
  /** How many have it open. */
  openCount(): number;
  /** Sends a report, its id first, to everybody who has it open. */
  send(...report: readonly number[]): void;
  /** Everything that was written so far, by whomever. */
  readonly written: readonly WrittenReport[];
  /** Hears each report that is written from now on, until it is called. */
  onWritten(listener: (report: WrittenReport) => void): () => void;
  /** Resolves when this many have it open. */
  awaitOpen(count?: number): Promise<void>;
  unplug(): void;
}

/** The devices of one computer. */
export interface HidBus {
  /** What the app's environment must hold. */
  readonly environment: Readonly<Record<string, string>>;
  plug(device: HidDeviceData): PluggedDevice;
  /** From now on opening a node is denied, as on a system whose rules do not give it to the user. */
  deny(denied: boolean): void;
  stop(): Promise<void>;
}

/** As in test/hid-rig/rig.h. */
const recordSize = 64;
const headerSize = 2;
const busUsb = 3;
const openLimitMs = 5_000;

interface Device {
  readonly connections: Set<Socket>;
  readonly written: WrittenReport[];
  readonly listeners: Set<(report: WrittenReport) => void>;
  readonly opened: Set<() => void>;
}

/** Starts it. Devices that are plugged in before the app starts are there when it looks. */
export async function startHidBus(): Promise<HidBus> {
  // A socket's path is short, so it is not in the folder of the run.
  const folder = mkdtempSync(join(tmpdir(), 'hid-'));
  const devices = new Map<string, Device>();
  const monitors = new Set<Socket>();
  let plugged = 0;
  let denied = false;

  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    readFirst(socket, (said, rest) => {
      if (said === 'monitor') {
        monitors.add(socket);
        socket.on('close', () => monitors.delete(socket));
        socket.write(record('listening'));
        return;
      }
      const device = devices.get(said.replace('open ', ''));
      if (device === undefined || denied) socket.end(record(denied ? 'denied' : 'gone'));
      else open(device, socket, rest);
    });
  });
  await new Promise<void>((resolve) => server.listen(join(folder, 'server'), resolve));

  return {
    environment: { SWITCHHOOK_HID_RIG: folder },
    plug(data) {
      const name = `hidraw${plugged}`;
      plugged += 1;
      const device: Device = { connections: new Set(), written: [], listeners: new Set(), opened: new Set() };
      devices.set(name, device);
      describe(join(folder, name), data);
      for (const monitor of monitors) monitor.write(record(`add ${name}`));
      return {
        openCount: () => device.connections.size,
        send(...report) {
          for (const connection of device.connections) connection.write(frame(report));
        },
        written: device.written,
        onWritten(listener) {
          device.listeners.add(listener);
          return () => void device.listeners.delete(listener);
        },
        awaitOpen: (count = 1) => awaitOpen(device, count),
        unplug() {
          devices.delete(name);
          rmSync(join(folder, name), { recursive: true, force: true });
          for (const monitor of monitors) monitor.write(record(`remove ${name}`));
          for (const connection of device.connections) connection.end();
        },
      };
    },
    deny(now) {
      denied = now;
    },
    async stop() {
      for (const socket of [...monitors, ...[...devices.values()].flatMap(({ connections }) => [...connections])]) {
        socket.destroy();
      }
      await closed(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The machine's own clock, which Chromium's times share on Linux (CLOCK_MONOTONIC). */
export function monotonicMs(): number {
  return Number(process.hrtime.bigint()) / 1e6;
}

/** Writes what the kernel would tell of it. */
function describe(folder: string, { vendorId, productId, name, serial = '', descriptor }: HidDeviceData): void {
  const id = [busUsb.toString(16).padStart(4, '0'), hex8(vendorId), hex8(productId)].join(':');
  mkdirSync(folder);
  writeFileSync(join(folder, 'uevent'), `HID_ID=${id}\nHID_NAME=${name}\nHID_UNIQ=${serial}\n`);
  writeFileSync(join(folder, 'report_descriptor'), descriptor);
}

function open(device: Device, socket: Socket, rest: Buffer): void {
  let waiting = rest;
  const take = (): void => {
    while (waiting.length >= headerSize && waiting.length >= headerSize + waiting.readUInt16LE()) {
      const end = headerSize + waiting.readUInt16LE();
      const report = { atMs: monotonicMs(), bytes: Uint8Array.from(waiting.subarray(headerSize, end)) };
      waiting = waiting.subarray(end);
      device.written.push(report);
      for (const listener of device.listeners) listener(report);
    }
  };
  socket.on('data', (chunk) => {
    waiting = Buffer.concat([waiting, chunk]);
    take();
  });
  socket.on('close', () => device.connections.delete(socket));
  socket.write(record('opened'));
  device.connections.add(socket);
  for (const opened of device.opened) opened();
  take();
}

function awaitOpen({ connections, opened }: Device, count: number): Promise<void> {
  if (connections.size >= count) return Promise.resolve();
  return new Promise((resolve, reject) => {
    const look = (): void => {
      if (connections.size < count) return;
      clearTimeout(timer);
      opened.delete(look);
      resolve();
    };
    const timer = setTimeout(() => {
      opened.delete(look);
      reject(new Error(`The device is open ${connections.size} times and not ${count} after ${openLimitMs} ms`));
    }, openLimitMs);
    opened.add(look);
  });
}

/** Calls with the first record of a connection, and what came after it. */
function readFirst(socket: Socket, said: (text: string, rest: Buffer) => void): void {
  let head = Buffer.alloc(0);
  const collect = (chunk: Buffer): void => {
    head = Buffer.concat([head, chunk]);
    if (head.length < recordSize) return;
    socket.off('data', collect);
    said(head.subarray(0, recordSize).toString().replaceAll('\0', ''), head.subarray(recordSize));
  };
  socket.on('data', collect);
}

function record(text: string): Buffer {
  const bytes = Buffer.alloc(recordSize);
  bytes.write(text);
  return bytes;
}

function frame(report: readonly number[]): Buffer {
  const bytes = Buffer.alloc(headerSize + report.length);
  bytes.writeUInt16LE(report.length);
  bytes.set(report, headerSize);
  return bytes;
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

function hex8(value: number): string {
  return value.toString(16).padStart(8, '0');
}
