import { expect, it } from 'vitest';
import { exportLedger } from '../../../../main/ledger/export-ledger.js';
import { buildReport } from './build-report.js';

const entries = [
  {
    report: buildReport({ statusBefore: 'Mittag, "lang"' }),
    startedAtMs: 0,
    lastSign: null,
    ghostMs: 840_400,
    madeGoodAtMs: 842_000,
  },
  { report: null, startedAtMs: 5, lastSign: null, ghostMs: null, madeGoodAtMs: null },
  {
    report: null,
    startedAtMs: 5,
    lastSign: { atMs: 1_000, status: 'Available', offline: false, contacts: 2 },
    ghostMs: 9_000,
    madeGoodAtMs: null,
  },
];

it('writes one line an entry, quoted where a comma would split it', () => {
  expect(exportLedger(entries, 'csv')).toBe(
    'started,asked,ended,lastSeen,goal,cause,what,statusBefore,contactsBefore,attempts,outcome,lastReason,code,ghostSeconds,madeGood\r\n' +
      '1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.000Z,1970-01-01T00:00:01.250Z,,quit,agent,window-close,' +
      '"Mittag, ""lang""",0,1,confirmed,,0,840,1970-01-01T00:14:02.000Z\r\n' +
      '1970-01-01T00:00:00.005Z,,,,,,,,,,unknown,,,,\r\n' +
      '1970-01-01T00:00:00.005Z,,,1970-01-01T00:00:01.000Z,,,,Available,2,,unconfirmed,,,9,\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@x', '\tx'])('writes no formula into a spreadsheet: %j', (statusBefore) => {
  const text = exportLedger(
    [{ report: buildReport({ statusBefore }), startedAtMs: 0, lastSign: null, ghostMs: null, madeGoodAtMs: null }],
    'csv',
  );
  expect(text).toContain(`,'${statusBefore},`);
});

it('writes the same as JSON', () => {
  const [first, second] = JSON.parse(exportLedger(entries, 'json')) as Record<string, unknown>[];
  expect(first).toMatchObject({ ended: '1970-01-01T00:00:01.250Z', statusBefore: 'Mittag, "lang"', ghostSeconds: 840 });
  expect(second).toMatchObject({ started: '1970-01-01T00:00:00.005Z', outcome: 'unknown', ended: null });
});
