import * as z from 'zod';
import { type ExitEntry, exitReportSchema, lastSignSchema, timeSchema } from '../../contract/exit-entry.js';

/** One line of the ledger. What is learnt later about an end is a line of its own, as no line is ever changed. */
export const ledgerRecordSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started'), atMs: timeSchema }).readonly(),
  z.object({ kind: z.literal('left'), atMs: timeSchema, report: exitReportSchema }).readonly(),
  /** The run before ended without a word; this is the last that was seen of it. */
  z.object({ kind: z.literal('lost'), atMs: timeSchema, lastSign: lastSignSchema }).readonly(),
  /** The agent whom the end before left in a status is Offline. */
  z
    .object({ kind: z.literal('madeGood'), atMs: timeSchema, by: z.enum(['rescue', 'nextStart', 'guardian']) })
    .readonly(),
  /** Of the end before the last start. */
  z.object({ kind: z.literal('ghost'), atMs: timeSchema, ghostMs: z.number().nonnegative() }).readonly(),
]);
export type LedgerRecord = z.infer<typeof ledgerRecordSchema>;

/** A line as it was read. One that is cut off or of a later version says nothing but that something was there. */
export type LedgerLine = LedgerRecord | { readonly kind: 'unreadable' };

/**
 * The entries of a ledger, newest first. A run that began and never told of its end is one too, unless it is the last: that
 * one goes on. Sign-outs and the like do not end a run and have an entry of their own. A line that cannot be read may have
 * been the end of its run, so of that run nothing is claimed.
 */
export function entriesOf(records: readonly LedgerLine[]): readonly ExitEntry[] {
  const entries: ExitEntry[] = [];
  let madeGoodAtMs: number | null = null;
  let startedAtMs: number | null = null;
  let ended = true;
  for (const record of records) {
    if (record.kind === 'started') {
      if (!ended && startedAtMs !== null) {
        entries.push({ report: null, startedAtMs, lastSign: null, ghostMs: null, madeGoodAtMs });
      }
      madeGoodAtMs = null;
      startedAtMs = record.atMs;
      ended = false;
    } else if (record.kind === 'left') {
      entries.push({
        report: record.report,
        startedAtMs: startedAtMs ?? record.atMs,
        lastSign: null,
        ghostMs: null,
        madeGoodAtMs: null,
      });
      ended ||= record.report.goal === 'quit' || record.report.goal === 'update';
    } else if (record.kind === 'lost') {
      if (ended || startedAtMs === null) continue;
      entries.push({ report: null, startedAtMs, lastSign: record.lastSign, ghostMs: null, madeGoodAtMs });
      madeGoodAtMs = null;
      ended = true;
    } else if (record.kind === 'unreadable') {
      ended = true;
    } else if (record.kind === 'madeGood') {
      // Before the next start it belongs to the run whose end nobody has told of yet, or to the one that told.
      if (ended || record.by === 'nextStart') completeLast(entries, { madeGoodAtMs: record.atMs });
      else madeGoodAtMs = record.atMs;
    } else {
      completeLast(entries, { ghostMs: record.ghostMs });
    }
  }
  return entries.reverse();
}

function completeLast(entries: ExitEntry[], later: Partial<ExitEntry>): void {
  const last = entries.at(-1);
  if (last !== undefined) entries[entries.length - 1] = { ...last, ...later };
}
