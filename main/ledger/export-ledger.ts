import { outcomeOf, statusBefore } from '../../contract/clean-exit.js';
import type { ExitEntry } from '../../contract/exit-entry.js';

export type LedgerFormat = 'csv' | 'json';

const columns = [
  'started',
  'asked',
  'ended',
  'lastSeen',
  'goal',
  'cause',
  'what',
  'statusBefore',
  'contactsBefore',
  'attempts',
  'outcome',
  'lastReason',
  'code',
  'ghostSeconds',
  'madeGood',
] as const;
type Row = Readonly<Record<(typeof columns)[number], string | number | null>>;

/** The ledger as text; times as ISO 8601, in UTC. Null where nothing is known. */
export function exportLedger(entries: readonly ExitEntry[], format: LedgerFormat): string {
  const rows = entries.map(rowOf);
  if (format === 'json') return `${JSON.stringify(rows, null, 2)}\n`;
  return [columns.join(','), ...rows.map((row) => columns.map((column) => csvCell(row[column])).join(','))]
    .map((line) => `${line}\r\n`)
    .join('');
}

function rowOf(entry: ExitEntry): Row {
  const { report, startedAtMs, lastSign, ghostMs, madeGoodAtMs } = entry;
  const time = (atMs: number | undefined): string | null => (atMs === undefined ? null : new Date(atMs).toISOString());
  return {
    started: time(startedAtMs),
    asked: time(report?.askedAtMs),
    ended: time(report?.endedAtMs),
    lastSeen: time(lastSign?.atMs),
    goal: report?.goal ?? null,
    cause: report?.cause ?? null,
    what: report?.what ?? null,
    statusBefore: statusBefore(entry),
    contactsBefore: report?.contactsBefore ?? lastSign?.contacts ?? null,
    attempts: report?.attempts ?? null,
    outcome: outcomeOf(entry),
    lastReason: report?.lastReason ?? null,
    code: report?.code ?? null,
    ghostSeconds: ghostMs === null ? null : Math.round(ghostMs / 1_000),
    madeGood: time(madeGoodAtMs ?? undefined),
  };
}

/** Quoted as RFC 4180 says. A spreadsheet takes a text that begins like a formula for one, so that is defused. */
function csvCell(value: string | number | null): string {
  if (value === null) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
