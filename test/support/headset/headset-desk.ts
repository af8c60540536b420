import type { Command, CommandFailure } from '../../../contract/command.js';
import type { HeadsetIdentity } from '../../../contract/headset.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { createHeadsetService, type HeadsetService } from '../../../renderer/headset/headset-service.js';
import type { HeadsetFace, HeadsetPress } from '../../../renderer/headset/headset-view.js';
import type { HidDevice } from '../../../renderer/headset/hid-port.js';
import { buildContact, buildSnapshot } from '../../unit/contract/build-snapshot.js';
import { createManualClock, type ManualClock } from '../../unit/simulator/manual-clock.js';
import { createFakeHid, type FakeHid } from './fake-headset.js';

/** The service on a desk without Connect: the test says what the snapshot is and sees which commands were asked for. */
export interface HeadsetDesk {
  readonly clock: ManualClock;
  readonly hid: FakeHid;
  readonly service: HeadsetService;
  readonly commands: readonly Command[];
  readonly presses: readonly HeadsetPress[];
  faces(): readonly HeadsetFace[];
  snapshot(): PhoneSnapshot;
  show(change: Partial<PhoneSnapshot>): void;
  /** Answers the commands that follow; null for success. */
  answer(failure: CommandFailure | null): void;
  /** Lets time pass and everything that was promised come true. */
  pass(ms: number): Promise<void>;
}

export interface HeadsetDeskOptions {
  readonly clock?: ManualClock;
  readonly remembered?: readonly HeadsetIdentity[];
  readonly labels?: readonly string[];
  readonly snapshot?: PhoneSnapshot;
}

/** Opens the service with these headsets plugged in and remembered. */
export async function openHeadsetDesk(
  devices: readonly HidDevice[],
  { clock = createManualClock(), remembered, labels = [], snapshot: first = buildSnapshot() }: HeadsetDeskOptions = {},
): Promise<HeadsetDesk> {
  const hid = createFakeHid(...devices);
  const commands: Command[] = [];
  const presses: HeadsetPress[] = [];
  const timers = new Map<number, () => void>();
  let faces: readonly HeadsetFace[] = [];
  let snapshot = first;
  let failure: CommandFailure | null = null;
  let lastTimer = 0;
  const service = createHeadsetService({
    hid,
    now: clock.now,
    setTimer(act, delayMs) {
      lastTimer += 1;
      timers.set(lastTimer, clock.after(delayMs, act));
      return lastTimer;
    },
    clearTimer: (timer) => timers.get(timer)?.(),
    snapshot: () => snapshot,
    async execute(command) {
      commands.push(command);
      return failure;
    },
    audioLabels: async () => labels,
    show(next) {
      faces = next;
    },
    pressed: (press) => void presses.push(press),
  });
  service.remember(remembered ?? devices.map(identityOf));
  service.follow();
  await service.start();
  const desk: HeadsetDesk = {
    clock,
    hid,
    service,
    commands,
    presses,
    faces: () => faces,
    snapshot: () => snapshot,
    show(change) {
      snapshot = { ...snapshot, ...change };
      service.follow();
    },
    answer(next) {
      failure = next;
    },
    async pass(ms) {
      for (let left = ms; left > 0; left -= 10) {
        clock.advance(Math.min(10, left));
        await settle();
      }
      await settle();
    },
  };
  await settle();
  return desk;
}

export function identityOf({ vendorId, productId, productName }: HidDevice): HeadsetIdentity {
  return { vendorId, productId, serial: null, name: productName };
}

/** Promises that are kept at once are kept. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 12; turn += 1) await Promise.resolve();
}

export const ringing = buildContact({ state: 'connecting', connections: [] });
export const talking = buildContact();
export const onHold = buildContact({
  state: 'onHold',
  connections: talking.connections.map((each) => (each.party === 'customer' ? { ...each, state: 'onHold' } : each)),
});
