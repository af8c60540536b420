import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { type LedgerLine, type LedgerRecord, ledgerRecordSchema } from './ledger-record.js';

const fileName = 'exits.ndjson';
const dayMs = 24 * 60 * 60_000;

/** The exit ledger on the disk: one line a record, only ever added to, except at a start for what is too old to be kept. */
export interface LedgerFile {
  /** In the order of writing. */
  read(): readonly LedgerLine[];
  /** Adds a record and waits until the disk has it; false when the disk would not take it. */
  add(record: LedgerRecord): boolean;
}

/** Opens the ledger of a folder, without what is older than `keepDays`. Nothing is made on the disk yet. */
export function openLedgerFile(folder: string, keepDays: number, nowMs: number): LedgerFile {
  const file = join(folder, fileName);
  const lines = (): readonly string[] => {
    try {
      return readFileSync(file, 'utf8').split('\n');
    } catch {
      return [];
    }
  };
  dropOlder(file, lines(), keepDays, nowMs);
  return {
    read: () =>
      lines()
        .filter((line) => line !== '')
        .map(parseLine),
    add(record) {
      try {
        mkdirSync(folder, { recursive: true });
        // A line that a power cut left unfinished must not swallow this one.
        append(file, `${endsUnfinished(lines()) ? '\n' : ''}${JSON.stringify(record)}\n`);
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** In one step: a power cut leaves the old file or the new one. */
function dropOlder(file: string, lines: readonly string[], keepDays: number, nowMs: number): void {
  const isKept = (line: string): boolean => {
    const parsed = parseLine(line);
    return parsed.kind === 'unreadable' || nowMs - parsed.atMs < keepDays * dayMs;
  };
  const kept = lines.filter(isKept);
  if (kept.length === lines.length) return;
  try {
    writeFileSync(`${file}.new`, kept.join('\n'));
    renameSync(`${file}.new`, file);
  } catch {
    // Read-only: it is tried again at the next start.
  }
}

function append(file: string, text: string): void {
  const opened = openSync(file, 'a');
  try {
    writeSync(opened, text);
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

const endsUnfinished = (lines: readonly string[]): boolean => (lines.at(-1) ?? '') !== '';

function parseLine(line: string): LedgerLine {
  try {
    return ledgerRecordSchema.parse(JSON.parse(line));
  } catch {
    return { kind: 'unreadable' };
  }
}
