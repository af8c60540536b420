import type { HeadsetIdentity } from '../../contract/headset.js';
import type { HidDevice } from './hid-port.js';

type Device = Pick<HidDevice, 'vendorId' | 'productId' | 'productName'>;

export interface PairedHeadset<Known extends Device> {
  readonly identity: HeadsetIdentity;
  /** Null when it is not plugged in. */
  readonly device: Known | null;
}

/**
 * Says which device is which remembered headset. A page is not told serial numbers, so that of two of one kind the first
 * is the first. A device that is not in the list yet comes last, as the one chosen last.
 */
export function pairDevices<Known extends Device>(
  remembered: readonly HeadsetIdentity[],
  devices: readonly Known[],
): readonly PairedHeadset<Known>[] {
  const left = new Set(devices);
  const paired = remembered.map((identity) => {
    const device = [...left].find((each) => isOf(identity, each)) ?? null;
    if (device !== null) left.delete(device);
    return { identity, device };
  });
  const rest = [...left].filter((device) => !paired.some(({ identity }) => isOf(identity, device)));
  return [...paired, ...rest.map((device) => ({ identity: identityOf(device), device }))];
}

/** The headset that follows the call: of those plugged in, the one connected last. */
export function chooseOwner<Known extends Device>(
  remembered: readonly HeadsetIdentity[],
  devices: readonly Known[],
): Known | null {
  return pairDevices(remembered, devices).findLast(({ device }) => device !== null)?.device ?? null;
}

function isOf(identity: HeadsetIdentity, { vendorId, productId }: Device): boolean {
  return identity.vendorId === vendorId && identity.productId === productId;
}

function identityOf({ vendorId, productId, productName }: Device): HeadsetIdentity {
  return { vendorId, productId, serial: null, name: productName };
}
