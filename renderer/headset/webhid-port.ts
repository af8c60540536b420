import type { HidWrite } from './encoder.js';
import type { HidDevice, HidInputEvent } from './hid-port.js';

/** How a wish to the headset went; `late`: no answer, as after an unplug, when Chromium never gives one. */
export type PortOutcome = 'done' | 'failed' | 'late';

/** One headset's wire. Nothing here waits longer than its limit, and nothing throws. */
export interface HeadsetPort {
  open(): Promise<PortOutcome>;
  close(): void;
  write(write: HidWrite): Promise<PortOutcome>;
  /** Null when it gave none. */
  readFeature(reportId: number): Promise<DataView | null>;
}

export interface PortDeps {
  readonly onReport: (reportId: number, data: DataView) => void;
  readonly setTimer: (act: () => void, delayMs: number) => number;
  readonly clearTimer: (timer: number) => void;
}

export const openLimitMs = 3_000;
export const writeLimitMs = 1_000;

/** Speaks with a device of WebHID. */
export function createPort(device: HidDevice, { onReport, setTimer, clearTimer }: PortDeps): HeadsetPort {
  const hear = ({ reportId, data }: HidInputEvent): void => onReport(reportId, data);
  const within = (limitMs: number, begin: () => Promise<unknown>): Promise<PortOutcome> =>
    new Promise((resolve) => {
      const timer = setTimer(() => resolve('late'), limitMs);
      const settle = (outcome: PortOutcome): void => {
        clearTimer(timer);
        resolve(outcome);
      };
      attempt(begin).then(
        () => settle('done'),
        () => settle('failed'),
      );
    });
  return {
    async open() {
      device.addEventListener('inputreport', hear);
      return device.opened ? 'done' : within(openLimitMs, () => device.open());
    },
    close() {
      device.removeEventListener('inputreport', hear);
      // What was unplugged may never answer, and nobody waits for it.
      void attempt(() => device.close()).catch(() => undefined);
    },
    write({ kind, reportId, bytes }) {
      return within(writeLimitMs, () =>
        kind === 'output' ? device.sendReport(reportId, bytes) : device.sendFeatureReport(reportId, bytes),
      );
    },
    async readFeature(reportId) {
      let told: DataView | null = null;
      const outcome = await within(writeLimitMs, async () => {
        told = await device.receiveFeatureReport(reportId);
      });
      return outcome === 'done' ? told : null;
    },
  };
}

/** A call that throws is one that fails. */
async function attempt(begin: () => Promise<unknown>): Promise<unknown> {
  return begin();
}
