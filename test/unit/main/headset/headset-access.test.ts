import { describe, expect, it } from 'vitest';
import { type HeadsetIdentity, maxHeadsets } from '../../../../contract/headset.js';
import { createHeadsetAccess } from '../../../../main/headset/headset-access.js';
import { type HidDeviceData, identityOf } from '../../../../main/headset/judge-device.js';

const page = 'https://switchhook.localhost';
const jabra: HidDeviceData = { vendorId: 0x0b0e, productId: 0x24c9, name: 'Jabra Link 380', serialNumber: 'S1' };
const poly: HidDeviceData = { vendorId: 0x047f, productId: 0xc056, name: 'Blackwire 3220' };

function start(first: readonly HeadsetIdentity[] = []) {
  let headsets = first;
  const stored: (readonly HeadsetIdentity[])[] = [];
  const access = createHeadsetAccess({
    pageOrigin: page,
    remembered: () => headsets,
    store(next) {
      headsets = next;
      stored.push(next);
    },
  });
  return { ...access, stored, headsets: () => headsets };
}

function known(device: HidDeviceData): HeadsetIdentity {
  const identity = identityOf(device);
  if (identity === null) throw new Error('Not a device that can be known again');
  return identity;
}

describe('who may speak with which device', () => {
  it('is our page, with a headset that the agent has chosen', () => {
    const { admit, mayOpen } = start();
    expect(mayOpen(page, 'hid', jabra)).toBe(false);
    expect(admit(jabra)).toBe(true);
    expect(mayOpen(page, 'hid', jabra)).toBe(true);
    expect(mayOpen(page, 'hid', poly)).toBe(false);
  });

  it.each([
    ['the panel', 'https://example.my.connect.aws', 'hid', jabra],
    ['a name that begins like ours', `${page}.evil.example`, 'hid', jabra],
    ['nobody', '', 'hid', jabra],
    ['our page by USB', page, 'usb', jabra],
    ['our page by a serial port', page, 'serial', jabra],
    ['our page with another of the same kind', page, 'hid', { ...jabra, serialNumber: 'S2' }],
    ['our page with the same kind without a number', page, 'hid', { ...jabra, serialNumber: '' }],
    ['our page with another product', page, 'hid', { ...jabra, productId: 1 }],
    ['our page with another maker', page, 'hid', { ...jabra, vendorId: 1 }],
    ['our page with numbers that are none', page, 'hid', { ...jabra, vendorId: Number.NaN }],
    ['our page where no telephone is left in it', page, 'hid', { ...jabra, collections: [{ usagePage: 0xff00 }] }],
  ])('is not %s', (_who, origin, deviceType, device) => {
    expect(start([known(jabra)]).mayOpen(origin, deviceType, device)).toBe(false);
  });

  it('knows one without a serial number by its name', () => {
    const { mayOpen } = start([known(poly)]);
    expect(mayOpen(page, 'hid', poly)).toBe(true);
    expect(mayOpen(page, 'hid', { ...poly, name: 'Blackwire 5220' })).toBe(false);
  });

  it('knows one again whose texts are too long to be kept whole', () => {
    const long = { ...jabra, name: 'n'.repeat(1_000), serialNumber: 's'.repeat(1_000) };
    const { admit, mayOpen } = start();
    expect(admit(long)).toBe(true);
    expect(mayOpen(page, 'hid', long)).toBe(true);
  });

  it('stores the one chosen last at the end, once, and no more than fit', () => {
    const { admit, headsets } = start();
    for (let serial = 0; serial < maxHeadsets + 3; serial += 1) admit({ ...jabra, serialNumber: `S${serial}` });
    admit({ ...jabra, serialNumber: 'S10' });
    expect(headsets()).toHaveLength(maxHeadsets);
    expect(headsets().filter(({ serial }) => serial === 'S10')).toHaveLength(1);
    expect(headsets().at(-1)?.serial).toBe('S10');
  });

  it('admits nothing that cannot be known again', () => {
    const { admit, stored } = start();
    expect(admit({ ...jabra, vendorId: 0x1_0000 })).toBe(false);
    expect(stored).toEqual([]);
  });

  it('forgets a headset, and stores nothing when there is none to forget', () => {
    const { forget, mayOpen, stored } = start([known(jabra), known(poly)]);
    forget(known(jabra));
    forget(known(jabra));
    expect(stored).toEqual([[known(poly)]]);
    expect(mayOpen(page, 'hid', jabra)).toBe(false);
    expect(mayOpen(page, 'hid', poly)).toBe(true);
  });
});
