import type { HidCollection, HidItem, HidReport } from '../../../renderer/headset/hid-port.js';

/** One field for each usage, as Chromium tells of it. */
export function bits(usages: readonly number[], change: HidItem = {}): HidItem {
  return {
    isAbsolute: true,
    isArray: false,
    isRange: false,
    usages,
    reportSize: 1,
    reportCount: usages.length,
    logicalMinimum: 0,
    logicalMaximum: 1,
    ...change,
  };
}

/** Fields of a run of usages; an array where it says so. */
export function range(usageMinimum: number, usageMaximum: number, change: HidItem): HidItem {
  const { usages: _none, ...rest } = bits([]);
  return { ...rest, isRange: true, usageMinimum, usageMaximum, ...change };
}

export function padding(reportCount: number): HidItem {
  return bits([], { reportCount });
}

export function report(reportId: number, ...items: readonly HidItem[]): HidReport {
  return { reportId, items };
}

export function collection(usage: number, change: Partial<HidCollection> = {}): HidCollection {
  const page = { usagePage: Math.floor(usage / 0x10000), usage: usage % 0x10000 };
  return { ...page, children: [], inputReports: [], outputReports: [], featureReports: [], ...change };
}
