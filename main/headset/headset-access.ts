import { forgetHeadset, type HeadsetIdentity, isSameHeadset, rememberHeadset } from '../../contract/headset.js';
import { type HidDeviceData, identityOf, isHeadset } from './judge-device.js';

export interface HeadsetAccessDeps {
  readonly pageOrigin: string;
  remembered(): readonly HeadsetIdentity[];
  /** Stores the list; the settings hold it from now on, on the disk or not. */
  store(headsets: readonly HeadsetIdentity[]): void;
}

/** Who may speak with which device. */
export interface HeadsetAccess {
  /** The agent has chosen it: it may be used now and after the next start. False for a device that cannot be known again. */
  admit(device: HidDeviceData): boolean;
  /** Whether this origin may open a device of this kind. */
  mayOpen(origin: string, deviceType: string, device: HidDeviceData): boolean;
  forget(headset: HeadsetIdentity): void;
}

/** An allow list: our page and headsets that the agent has chosen, nobody and nothing else. */
export function createHeadsetAccess({ pageOrigin, remembered, store }: HeadsetAccessDeps): HeadsetAccess {
  return {
    admit(device) {
      const identity = identityOf(device);
      if (identity === null) return false;
      store(rememberHeadset(remembered(), identity));
      return true;
    },
    mayOpen(origin, deviceType, device) {
      if (deviceType !== 'hid' || origin !== pageOrigin || !isHeadset(device)) return false;
      const identity = identityOf(device);
      return identity !== null && remembered().some((headset) => isSameHeadset(headset, identity));
    },
    forget(headset) {
      const left = forgetHeadset(remembered(), headset);
      if (left.length < remembered().length) store(left);
    },
  };
}
