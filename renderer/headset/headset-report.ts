import { usbHex } from './audio-pair.js';
import type { HidCollection, HidDevice, HidItem, HidReport } from './hid-port.js';
import type { HeadsetLayout } from './layout.js';
import { quirkOf } from './quirks.js';
import { hex } from './trace.js';
import { asList, asWhole } from './unchecked.js';

export interface ReportSubject {
  readonly device: HidDevice;
  readonly layout: HeadsetLayout;
  readonly state: string;
  /** What went over its wire. */
  readonly trace: readonly string[];
}

/** A descriptor that is longer than this is cut; the report is to be read by people. */
const maxLines = 400;
const maxDepth = 16;

/**
 * A headset as text for support: descriptor, what was understood of it, last reports. No serial number, nothing of a call
 * but when buttons were pressed and lamps lit.
 */
export function writeHeadsetReport(subjects: readonly ReportSubject[], version: string, system: string): string {
  const parts = subjects.map(describeSubject);
  const whole = [`Switchhook ${version} headset report, ${system}`, ...(parts.length === 0 ? ['no headset'] : parts)];
  return `${whole.join('\n\n')}\n`;
}

function describeSubject({ device, layout, state, trace }: ReportSubject): string {
  const { vendorId, productId, productName } = device;
  const quirk = quirkOf(vendorId);
  const lines = [
    `${productName} (${usbHex(vendorId)}:${usbHex(productId)}), ${state}`,
    ...(quirk === null ? [] : [`known of ${quirk.vendor}: ${quirk.note}`]),
    `buttons ${[...layout.signals].map((signal) => (layout.pulses.has(signal) ? `${signal} (pulse)` : signal)).join(', ') || 'none'}`,
    `lamps ${layout.outputs.map(({ kind, reportId, leds }) => `${kind} ${hex(reportId)}: ${leds.map(({ led, bit }) => `${led} ${bit}`).join(' ')}`).join('; ') || 'none'}`,
    ...(layout.damaged ? ['the descriptor is damaged; parts of it were left out'] : []),
  ];
  const descriptor: string[] = [];
  for (const collection of asList(device.collections)) describeCollection(collection, 0, descriptor);
  const cut = descriptor.length > maxLines ? [...descriptor.slice(0, maxLines), '... cut'] : descriptor;
  return [...lines, ...cut, ...trace].join('\n');
}

function describeCollection(collection: HidCollection, depth: number, lines: string[]): void {
  if (depth > maxDepth || lines.length > maxLines) return;
  const indent = '  '.repeat(depth);
  lines.push(`${indent}collection ${usbHex(asWhole(collection.usagePage))}:${usbHex(asWhole(collection.usage))}`);
  const kinds = [
    ['input', collection.inputReports],
    ['output', collection.outputReports],
    ['feature', collection.featureReports],
  ] as const;
  for (const [kind, reports] of kinds) {
    for (const report of asList(reports))
      lines.push(`${indent}  ${kind} ${hex(asWhole(report.reportId))}: ${itemsOf(report)}`);
  }
  for (const child of asList(collection.children)) describeCollection(child, depth + 1, lines);
}

const maxItems = 64;

function itemsOf(report: HidReport): string {
  const items = asList(report.items);
  const told = items.slice(0, maxItems).map(describeItem).join(', ');
  return items.length > maxItems ? `${told}, ... cut` : told;
}

function describeItem(item: HidItem): string {
  const { usages, usageMinimum, usageMaximum, reportSize, reportCount } = item;
  const named =
    item.isRange === true
      ? `${usageText(usageMinimum)}-${usageText(usageMaximum)}`
      : (Array.isArray(usages) ? usages : []).slice(0, maxItems).map(usageText).join(' ') || 'padding';
  return `${asWhole(reportCount)}x${asWhole(reportSize)} ${named}${item.isArray === true ? ' array' : ''}${item.isAbsolute === false ? ' rel' : ''}`;
}

function usageText(told: unknown): string {
  const usage = asWhole(told);
  return `${usbHex(Math.floor(usage / 0x10000))}:${usbHex(usage % 0x10000)}`;
}
