import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { HeadsetIdentity } from '../../contract/headset.js';
import type { HeadsetCandidate } from '../../contract/headset-choice.js';
import type { HeadsetService, HeadsetServiceDeps } from '../headset/headset-service.js';
import type { ConnectOutcome, HeadsetFace, HeadsetPress } from '../headset/headset-view.js';
import type { Hid } from '../headset/hid-port.js';
import type { Phone } from '../phone/phone.js';

/** The headsets as the screens see them. */
export interface Headsets {
  /** One each that is connected or remembered; nothing until the first was chosen. */
  readonly faces: ReadonlySignal<readonly HeadsetFace[]>;
  /** The last press of a button; null before the first. */
  readonly press: ReadonlySignal<HeadsetPress | null>;
  /** Several are plugged in, and the agent is to say which; null while nobody asks. */
  readonly offered: ReadonlySignal<readonly HeadsetCandidate[] | null>;
  /** Answers `offered`; null for none of them. */
  choose(candidateId: number | null): void;
  /** Connects a headset; must follow a press of the agent. */
  connect(): Promise<ConnectOutcome>;
  forget(headset: HeadsetIdentity): void;
  /** What support needs to know of the headsets, as text. */
  report(): string;
}

export interface HeadsetsDeps {
  readonly bridge: Pick<
    Bridge,
    'onHeadsetsOffered' | 'chooseHeadset' | 'forgetHeadset' | 'onDarkenHeadsets' | 'headsetsDark'
  >;
  readonly phone: Pick<Phone, 'snapshot' | 'execute'>;
  /** The list of the desktop side. */
  readonly remembered: ReadonlySignal<readonly HeadsetIdentity[]>;
  readonly version: string;
  /** Loads all that speaks to headsets; most computers never need it. */
  load(): Promise<{ createHeadsetService(deps: HeadsetServiceDeps): HeadsetService }>;
}

/** Sound devices come and go several at a time. */
const audioSettlesMs = 500;

/** Follows the list of the desktop side, and loads the driver when there is a headset to drive and not before. */
export function createHeadsets({ bridge, phone, remembered, version, load }: HeadsetsDeps): Headsets {
  const faces = signal<readonly HeadsetFace[]>([]);
  const press = signal<HeadsetPress | null>(null);
  const offered = signal<readonly HeadsetCandidate[] | null>(null);
  let service: HeadsetService | null = null;
  let declined = false;
  let opening: Promise<HeadsetService> | null = null;

  function open(): Promise<HeadsetService> {
    opening ??= openService();
    return opening;
  }

  async function openService(): Promise<HeadsetService> {
    const { createHeadsetService } = await load();
    const opened = createHeadsetService({
      hid: (navigator as unknown as { readonly hid: Hid }).hid,
      now: () => performance.now(),
      setTimer: (act, delayMs) => window.setTimeout(act, delayMs),
      clearTimer: (timer) => window.clearTimeout(timer),
      snapshot: () => phone.snapshot.peek(),
      execute: phone.execute,
      audioLabels: async () => (await navigator.mediaDevices.enumerateDevices()).map(({ label }) => label),
      show(next) {
        faces.value = next;
      },
      pressed(next) {
        press.value = next;
      },
    });
    service = opened;
    effect(() => opened.remember(remembered.value));
    effect(() => {
      // Asked for here, as this is what the effect is to run for.
      void phone.snapshot.value;
      opened.follow();
    });
    await opened.start();
    let settling = 0;
    navigator.mediaDevices.addEventListener('devicechange', () => {
      window.clearTimeout(settling);
      settling = window.setTimeout(() => void opened.audioChanged(), audioSettlesMs);
    });
    window.addEventListener('pagehide', () => void opened.end());
    return opened;
  }

  bridge.onHeadsetsOffered((candidates) => {
    offered.value = candidates;
  });
  bridge.onDarkenHeadsets(async () => {
    await service?.end();
    void bridge.headsetsDark(undefined);
  });
  if (remembered.peek().length > 0) void open();
  return {
    faces,
    press,
    offered,
    choose(candidateId) {
      declined = candidateId === null;
      void bridge.chooseHeadset({ candidateId });
    },
    async connect() {
      declined = false;
      const outcome = await (await open()).connect();
      return declined && (outcome === 'nothing' || outcome === 'noButtons') ? 'cancelled' : outcome;
    },
    forget: (headset) => void bridge.forgetHeadset(headset),
    report: () => service?.report(version, navigator.platform) ?? '',
  };
}
