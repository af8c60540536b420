import { describe, expect, it } from 'vitest';
import {
  describeResults,
  describeSpeed,
  gatherResults,
  missingRows,
  type Run,
  readRuns,
  readUnitRows,
  type Speed,
} from '../../../../scripts/faults/fault-results.mjs';

const row = { row: 7, fault: 'signals', layer: 'L0', until: 'Offline', limitMs: 1_000 };

function run(measuredMs: number | null, given: Partial<Run> = {}, speed: Speed | null = null): Run {
  return { row: 7, title: 'signals', passed: true, measured: { ...row, measuredMs, speed }, error: '', ...given };
}

const spec = (title: string, status: string, said?: unknown, message?: string) => ({
  title,
  tests: [
    {
      status,
      annotations: said === undefined ? [] : [{ type: 'fault', description: JSON.stringify(said) }],
      results: [{ errors: message === undefined ? [] : [{ message }] }],
    },
  ],
});

describe('a report of Playwright', () => {
  it('is read at every depth, with what was measured and the first line of what failed', () => {
    const measured = { ...row, measuredMs: 12, speed: null };
    const report = {
      specs: [spec('row 7: signals', 'expected', measured)],
      suites: [
        {
          suites: [
            { specs: [spec('row 8: group', 'unexpected', undefined, 'No such \u001b[31mevent\u001b[39m\nat line 1')] },
          ],
        },
      ],
    };
    expect(readRuns(report)).toEqual([
      { row: 7, title: 'signals', passed: true, measured, error: '' },
      { row: 8, title: 'group', passed: false, measured: null, error: 'No such event' },
    ]);
  });

  it.each(['unexpected', 'flaky', 'skipped'])('counts nothing as passed that is %s', (status) => {
    expect(readRuns({ specs: [spec('row 7: signals', status)] })).toMatchObject([{ passed: false }]);
  });
});

describe('a row', () => {
  it('holds when every run was measured within the limit', () => {
    expect(gatherResults([run(1_000), run(10)])).toMatchObject([{ times: [1_000, 10], runs: 2, failures: [] }]);
  });

  it('fails without a measurement, though the test passed', () => {
    const [unmeasured] = gatherResults([run(null)]);
    expect(unmeasured?.failures).toEqual(['nothing was measured']);
    const [silent] = gatherResults([run(1, { measured: null })]);
    expect(silent?.failures).toEqual(['nothing was measured']);
  });

  it('fails over its limit, though the test passed with its slack', () => {
    expect(gatherResults([run(1_001)])[0]?.failures).toEqual(['1001 ms is over the limit']);
  });

  it('fails with what the test said, or without a word', () => {
    const failed = [run(1, { passed: false, error: 'Red' }), run(1, { passed: false }), run(1)];
    expect(gatherResults(failed)[0]).toMatchObject({ runs: 3, failures: ['Red', 'failed without a word'] });
  });

  it('is told apart from another fault of the same number', () => {
    const gathered = gatherResults([run(1), run(2, { title: 'other' }), run(3)]);
    expect(gathered.map(({ fault, times }) => [fault, times])).toEqual([
      ['signals', [1, 3]],
      ['other', [2]],
    ]);
  });

  it('that was asked for and has no test fails', () => {
    const results = gatherResults([run(1)]);
    expect(missingRows(['7'], results)).toEqual([]);
    expect(missingRows(['7', '99'], results)).toMatchObject([{ row: 99, failures: ['nothing was run'] }]);
  });
});

it('takes rows of unit tests without a time, a skipped one as failed, and leaves out what is no row', () => {
  const assertionResults = [
    { title: 'row 45: waits', status: 'passed' },
    { title: 'row 45: refuses', status: 'failed', failureMessages: ['Error: 1\n at x'] },
    { title: 'row 55: later', status: 'skipped' },
    { title: 'takes sleep for no end', status: 'passed' },
  ];
  const rows = readUnitRows({ testResults: [{ assertionResults }] });
  expect(rows.map(({ row, fault, failures }) => [row, fault, failures])).toEqual([
    [45, 'waits', []],
    [45, 'refuses', ['Error: 1']],
    [55, 'later', ['skipped']],
  ]);
});

describe('the tables', () => {
  const cells = (text: string | undefined) => (text ?? '').trim().split(/\s{2,}/);

  it('are in the order of the rows, with median, maximum and each failure once', () => {
    const results = gatherResults([run(30), run(10), run(2_000), run(3_000), run(null, { row: 2, title: 'quit' })]);
    const lines = describeResults(results).split('\n').slice(1);
    expect(lines.map((line) => cells(line))).toEqual([
      ['2', 'quit', 'L0', '1', '-', '-', '1000', 'FAILED 1 of 1'],
      ['nothing was measured'],
      ['7', 'signals', 'L0', '4', '1015', '3000', '1000', 'FAILED 2 of 4'],
      ['2000 ms is over the limit'],
      ['3000 ms is over the limit'],
    ]);
  });

  it('say how fast the leavings were, and nothing where none was', () => {
    const fast = { offlineMs: 10, seenMs: 2, goneMs: 40 };
    const slow = { offlineMs: 20, seenMs: 4, goneMs: 60 };
    const lines = describeSpeed(gatherResults([run(1, {}, fast), run(1, {}, slow)])).split('\n');
    expect(cells(lines.at(-1))).toEqual(['7', 'signals', '2', '15 / 20', '3 / 4', '50 / 59']);
    expect(describeSpeed(gatherResults([run(1)]))).toBe('');
  });
});
