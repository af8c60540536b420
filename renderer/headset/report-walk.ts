import type { HidCollection, HidItem, HidReport } from './hid-port.js';
import { asList, isWhole } from './unchecked.js';
import { telephonyPage } from './usages.js';

/*
 * A descriptor comes from a device that nobody checked. Real headsets have some tens of collections and items and reports
 * of at most 64 bytes; whoever has more than this is no headset, and costs nothing.
 */
const maxCollections = 256;
const maxDepth = 16;
const maxItems = 4_096;
const maxReportBits = 8_192;

export type ReportKind = 'input' | 'output' | 'feature';

/** One usage or a run of them, with the place of the first in the report's data. */
export interface PlacedItem {
  readonly item: HidItem;
  /** Bits are counted from the least significant one of the first byte after the report id. */
  readonly bit: number;
  /** Of one field, in bits. */
  readonly size: number;
  readonly count: number;
}

export interface PlacedReport {
  readonly kind: ReportKind;
  readonly reportId: number;
  readonly bytes: number;
  readonly items: readonly PlacedItem[];
}

export interface ReportWalk {
  /** Each report once, of collections that belong to a telephone. */
  readonly reports: readonly PlacedReport[];
  /** Ids of all input reports of the device, a telephone's or not. */
  readonly inputIds: ReadonlySet<number>;
  /** Whether there is a part for telephony at all. */
  readonly telephony: boolean;
  /** Something was too large, or no number where one is due, and was left out. */
  readonly damaged: boolean;
}

const KINDS = [
  ['input', 'inputReports'],
  ['output', 'outputReports'],
  ['feature', 'featureReports'],
] as const;

/**
 * Collects the reports of every collection on top that is for telephony or has a part that is. The items of a child stand
 * in its parent's report as well, in order, so that the outermost report of an id tells where each bit is; one that only a
 * child has is taken from there.
 */
export function walkReports(collections: readonly HidCollection[]): ReportWalk {
  const budget = { collections: maxCollections, items: maxItems, damaged: false };
  const tops = asList(collections);
  const reports = new Map<string, PlacedReport>();
  const inputIds = new Set<number>();
  let telephony = false;
  for (const top of tops) {
    const family = familyOf(top, budget);
    for (const report of family.flatMap(({ inputReports }) => asList(inputReports))) inputIds.add(report.reportId ?? 0);
    if (!family.some(({ usagePage }) => usagePage === telephonyPage)) continue;
    telephony = true;
    for (const collection of family) {
      for (const [kind, list] of KINDS) {
        for (const report of asList(collection[list])) {
          const key = `${kind} ${report.reportId ?? 0}`;
          if (reports.has(key)) continue;
          const placed = placeItems(kind, report, budget);
          if (placed === null) budget.damaged = true;
          else reports.set(key, placed);
        }
      }
    }
  }
  return { reports: [...reports.values()], inputIds, telephony, damaged: budget.damaged };
}

interface Budget {
  collections: number;
  items: number;
  damaged: boolean;
}

/** A collection and all below it, parents first, each once. */
function familyOf(top: HidCollection, budget: Budget): readonly HidCollection[] {
  const family = new Set<HidCollection>();
  const visit = (collection: HidCollection, depth: number): void => {
    if (family.has(collection) || depth > maxDepth || budget.collections <= 0) {
      budget.damaged = true;
      return;
    }
    budget.collections -= 1;
    family.add(collection);
    for (const child of asList(collection.children)) visit(child, depth + 1);
  };
  visit(top, 0);
  return [...family];
}

/** Where each item of a report is; null when that cannot be told. */
function placeItems(kind: ReportKind, report: HidReport, budget: Budget): PlacedReport | null {
  const items: PlacedItem[] = [];
  let bit = 0;
  for (const item of asList(report.items)) {
    budget.items -= 1;
    const { reportSize: size, reportCount: count } = item;
    if (budget.items < 0 || !isWhole(size) || !isWhole(count)) return null;
    if (bit + size * count > maxReportBits) return null;
    items.push({ item, bit, size, count });
    bit += size * count;
  }
  const { reportId = 0 } = report;
  if (!isWhole(reportId) || reportId > 0xff) return null;
  return { kind, reportId, bytes: Math.ceil(bit / 8), items };
}
