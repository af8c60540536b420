import { type HeadsetIdentity, headsetIdentitySchema } from '../../contract/headset.js';

/** What Electron tells of a device; its collections only in newer versions (33 does not, 45 does). */
export interface HidDeviceData {
  readonly name: string;
  readonly vendorId: number;
  readonly productId: number;
  readonly serialNumber?: string;
  readonly collections?: readonly { readonly usagePage: number }[];
}

/** Of a headset with buttons for calls. Source: https://usb.org/document-library/hid-usage-tables-15, Telephony Device Page */
const telephonyPage = 0x0b;
/** As the identity's check has it; a longer text is cut, always in the same place. */
const maxTextLength = 126;

/**
 * Whether a device is a headset with buttons for calls. Where Electron does not tell, Chromium has already asked: a device
 * is offered only when its descriptor fits what our page looks for.
 */
export function isHeadset({ collections }: HidDeviceData): boolean {
  return collections === undefined || collections.some(({ usagePage }) => usagePage === telephonyPage);
}

/** By what a device is known again; null for one that cannot be, as its numbers are none. */
export function identityOf({ vendorId, productId, name, serialNumber }: HidDeviceData): HeadsetIdentity | null {
  const serial = serialNumber?.slice(0, maxTextLength);
  const identity = {
    vendorId,
    productId,
    name: name.slice(0, maxTextLength),
    serial: serial === '' ? null : (serial ?? null),
  };
  return headsetIdentitySchema.safeParse(identity).data ?? null;
}
