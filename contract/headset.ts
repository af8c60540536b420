import * as z from 'zod';

/** As many headsets are remembered; the one not used for longest makes room. */
export const maxHeadsets = 16;
const maxUsbId = 0xffff;
/** USB strings hold 126 characters. Source: https://www.usb.org/document-library/usb-20-specification, 9.6.7 */
const maxUsbTextLength = 126;

const usbId = z.number().int().min(0).max(maxUsbId);

/** A headset the agent connected once: what the USB device says of itself. The serial number never reaches a log. */
export const headsetIdentitySchema = z
  .object({
    vendorId: usbId,
    productId: usbId,
    /** Null where the device has none; two of the same kind are then the same headset. */
    serial: z.string().min(1).max(maxUsbTextLength).nullable(),
    name: z.string().max(maxUsbTextLength),
  })
  .readonly();
export type HeadsetIdentity = z.infer<typeof headsetIdentitySchema>;

/** Whether both are the same headset: by the serial number where there is one, else by what it is called. */
export function isSameHeadset(left: HeadsetIdentity, right: HeadsetIdentity): boolean {
  if (left.vendorId !== right.vendorId || left.productId !== right.productId) return false;
  return left.serial === right.serial && (left.serial !== null || left.name === right.name);
}

/** The list with this headset last, as the one used most recently, and never longer than `maxHeadsets`. */
export function rememberHeadset(
  headsets: readonly HeadsetIdentity[],
  headset: HeadsetIdentity,
): readonly HeadsetIdentity[] {
  return [...forgetHeadset(headsets, headset), headset].slice(-maxHeadsets);
}

/** The list without this headset. */
export function forgetHeadset(
  headsets: readonly HeadsetIdentity[],
  headset: HeadsetIdentity,
): readonly HeadsetIdentity[] {
  return headsets.filter((each) => !isSameHeadset(each, headset));
}
