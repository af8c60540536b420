import type { Command, CommandFailure } from '../../contract/command.js';
import type { HeadsetIdentity } from '../../contract/headset.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { pairAudio, soundsLikeHeadset } from './audio-pair.js';
import { commandFor } from './command-for.js';
import { type HeadsetCall, noCall, readHeadsetCall } from './headset-call.js';
import { createHeadsetDriver, type HeadsetDriver } from './headset-driver.js';
import { writeHeadsetReport } from './headset-report.js';
import type { ConnectOutcome, HeadsetFace, HeadsetPress } from './headset-view.js';
import type { Hid, HidDevice } from './hid-port.js';
import { type HeadsetLayout, readLayout } from './layout.js';
import { chooseOwner, pairDevices } from './owner.js';
import { telephonyPage } from './usages.js';

export interface HeadsetServiceDeps {
  readonly hid: Hid;
  now(): number;
  setTimer(act: () => void, delayMs: number): number;
  clearTimer(timer: number): void;
  snapshot(): PhoneSnapshot;
  execute(command: Command): Promise<CommandFailure | null>;
  /** Labels of the sound devices, '' where they are not told. */
  audioLabels(): Promise<readonly string[]>;
  /** Shows what is to be seen; called only when it differs. */
  show(faces: readonly HeadsetFace[]): void;
  pressed(press: HeadsetPress): void;
}

/** The headsets of this computer that the agent has connected. */
export interface HeadsetService {
  /** Opens what is plugged in. */
  start(): Promise<void>;
  /** The snapshot has changed. */
  follow(): void;
  /** The list of the desktop side; a headset that has left it is let go. */
  remember(headsets: readonly HeadsetIdentity[]): void;
  /** Asks for another headset; must follow a press of the agent. */
  connect(): Promise<ConnectOutcome>;
  /** The sound devices have changed. */
  audioChanged(): Promise<void>;
  /** All lamps off, as the page ends; resolves when the headsets have it. */
  end(): Promise<void>;
  /** For support, see `writeHeadsetReport`. */
  report(version: string, system: string): string;
}

interface Entry {
  readonly device: HidDevice;
  readonly layout: HeadsetLayout;
  /** Null for a device without buttons for calls. */
  readonly driver: HeadsetDriver | null;
}

/** Until somebody is signed in no lamp is written, as a call may be there all the same; but not longer than this. */
export const settleMs = 5_000;

/** Keeps every connected headset open, and one of them in step with the call. */
export function createHeadsetService(deps: HeadsetServiceDeps): HeadsetService {
  const { hid } = deps;
  let remembered: readonly HeadsetIdentity[] = [];
  let entries: readonly Entry[] = [];
  /** Chosen by the agent a moment ago; the list of the desktop side may not have it yet. */
  const justChosen = new WeakSet<HidDevice>();
  let call: HeadsetCall = noCall;
  let settled = false;
  let labels: readonly string[] = [];
  let shown = '';
  let presses = 0;

  function adopt(device: HidDevice): void {
    if (entries.some((entry) => entry.device === device)) return;
    const layout = readLayout(device.collections);
    const driver = layout.telephony && layout.inputs.size > 0 ? createDriver(device, layout) : null;
    entries = [...entries, { device, layout, driver }];
    if (settled) void driver?.start();
    share();
  }

  function createDriver(device: HidDevice, layout: HeadsetLayout): HeadsetDriver {
    return createHeadsetDriver({
      ...deps,
      device,
      layout,
      changed: share,
      async run(intent, contactId) {
        const command = commandFor(intent, contactId, deps.snapshot());
        return command !== null && (await deps.execute(command)) === null;
      },
      pressed(button) {
        const face = faces().find(({ device: owned }) => owned === device);
        presses += 1;
        if (face !== undefined) deps.pressed({ id: face.id, button, count: presses });
      },
    });
  }

  function drop(device: HidDevice, end: (driver: HeadsetDriver) => void): void {
    const entry = entries.find((each) => each.device === device);
    if (entry === undefined) return;
    entries = entries.filter((each) => each !== entry);
    if (entry.driver !== null) end(entry.driver);
    share();
  }

  /** Hands the call to the headset it belongs to, takes it from the others, and shows what came of it. */
  function share(): void {
    const owner = ownerOf();
    for (const { device, driver } of entries) driver?.follow(device === owner ? call : noCall);
    const next = faces().map(({ device: _device, ...face }) => face);
    const text = JSON.stringify(next);
    if (text === shown) return;
    shown = text;
    deps.show(next);
  }

  function ownerOf(): HidDevice | null {
    const able = entries.filter(({ driver }) => driver !== null && driver.face().state !== 'unopened');
    return chooseOwner(
      remembered,
      able.map(({ device }) => device),
    );
  }

  function faces(): readonly (HeadsetFace & { readonly device: HidDevice | null })[] {
    const owner = ownerOf();
    // A headset may be several devices; the one with the buttons speaks for it.
    const devices = entries.toSorted((left, right) => Number(left.driver === null) - Number(right.driver === null));
    return pairDevices(
      remembered,
      devices.map(({ device }) => device),
    ).map(({ identity, device }, index) => {
      const entry = entries.find((each) => each.device === device);
      const face = entry?.driver?.face();
      return {
        id: String(index),
        identity,
        device,
        state: face?.state ?? (entry === undefined ? 'absent' : 'noButtons'),
        follows: device !== null && device === owner,
        batteryPercent: face?.batteryPercent ?? null,
        audio: pairAudio(identity, labels),
        buttons: [...(entry?.layout.signals ?? [])],
        hasMuteLamp: entry?.layout.leds.has('mute') ?? false,
      };
    });
  }

  function settle(): void {
    if (settled) return;
    settled = true;
    for (const { driver } of entries) void driver?.start();
  }

  async function readLabels(): Promise<void> {
    labels = await deps.audioLabels().catch(() => []);
    share();
  }

  return {
    async start() {
      hid.addEventListener('connect', ({ device }) => adopt(device));
      hid.addEventListener('disconnect', ({ device }) => drop(device, (driver) => driver.lost()));
      deps.setTimer(settle, settleMs);
      for (const device of await hid.getDevices().catch(() => [])) adopt(device);
      await readLabels();
    },
    follow() {
      const snapshot = deps.snapshot();
      const next = readHeadsetCall(snapshot);
      if (JSON.stringify(next) !== JSON.stringify(call)) {
        call = next;
        share();
      }
      if (snapshot.agent !== null) settle();
    },
    remember(headsets) {
      const gone = remembered.filter((each) => !headsets.some(isLike(each)));
      remembered = headsets;
      for (const { device } of entries) {
        if (headsets.some(isLike(device))) justChosen.delete(device);
        else if (gone.some(isLike(device)) && !justChosen.has(device)) drop(device, (driver) => driver.stop());
      }
      share();
    },
    async connect() {
      let devices: readonly HidDevice[];
      try {
        devices = await hid.requestDevice({ filters: [{ usagePage: telephonyPage }] });
      } catch {
        return 'failed';
      }
      if (devices.length === 0) {
        await readLabels();
        return labels.some(soundsLikeHeadset) ? 'noButtons' : 'nothing';
      }
      settle();
      for (const device of devices) {
        justChosen.add(device);
        adopt(device);
      }
      await readLabels();
      return entries.some(({ device, driver }) => devices.includes(device) && driver !== null)
        ? 'connected'
        : 'noButtons';
    },
    audioChanged: readLabels,
    async end() {
      await Promise.all(entries.map(({ driver }) => driver?.stop()));
    },
    report(version, system) {
      const subjects = entries.map(({ device, layout, driver }) => {
        const face = faces().find((each) => each.device === device);
        const state = `${face?.state ?? 'not remembered'}${face?.follows === true ? ', follows the call' : ''}`;
        return { device, layout, state, trace: driver?.trace.lines() ?? [] };
      });
      return writeHeadsetReport(subjects, version, system);
    },
  };
}

function isLike(one: { readonly vendorId: number; readonly productId: number }): (other: typeof one) => boolean {
  return (other) => one.vendorId === other.vendorId && one.productId === other.productId;
}
