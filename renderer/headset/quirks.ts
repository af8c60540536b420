/** What was heard of a vendor's headsets; see docs/headsets.md for where. */
export interface Quirk {
  readonly vendorIds: readonly number[];
  readonly vendor: string;
  readonly note: string;
}

/**
 * Told in the headset report, so that support does not look for what is known. None of it is code: each rule the driver
 * has holds for every headset.
 */
export const QUIRKS: readonly Quirk[] = [
  {
    vendorIds: [0x0b0e],
    vendor: 'Jabra',
    note: 'gives up 2 s after its hook was lifted unless off-hook is shown; sends mute only off-hook; repeats call controls on page ff00, which is left alone',
  },
  {
    vendorIds: [0x047f, 0x03f0],
    vendor: 'Poly',
    note: 'a report of its own for each lamp; a press of mute is also told on a page of the vendor, which is left alone',
  },
  {
    vendorIds: [0x6993],
    vendor: 'Yealink',
    note: 'report ids differ between models; mute is kept when a call ends',
  },
  { vendorIds: [0x1395], vendor: 'EPOS', note: 'no descriptor was ever seen' },
  { vendorIds: [0x046d], vendor: 'Logitech', note: 'some models have volume keys only' },
  {
    vendorIds: [0x3391],
    vendor: 'Cyber Acoustics',
    note: 'some models have a scheme of their own, which is not spoken',
  },
];

/** What was heard of this vendor; null when nothing was. */
export function quirkOf(vendorId: number): Quirk | null {
  return QUIRKS.find(({ vendorIds }) => vendorIds.includes(vendorId)) ?? null;
}
