import { describe, expect, it } from 'vitest';
import { type Budget, budgets, judge } from '../../../../scripts/bench/budgets.mjs';
import { describeAll } from '../../../../scripts/bench/report.mjs';
import type { Sample } from '../../../../scripts/bench/samples.mjs';
import { judgeSoak } from '../../../../scripts/bench/soak-report.mjs';

const samplesOf = (
  measure: Sample['measure'],
  subject: Sample['subject'],
  values: readonly number[],
): readonly Sample[] => values.map((value, round) => ({ measure, subject, round, value }));

const startBudget: Budget = { measure: 'start', figure: 'ratio of medians', against: 'bare', limit: 1.15 };
const bareStarts = samplesOf('start', 'bare', [100, 101, 99]);

describe('judge', () => {
  it('is within at the limit and over above it', () => {
    expect(judge(startBudget, [...bareStarts, ...samplesOf('start', 'app', [115, 115, 115])]).within).toBe(true);
    expect(judge(startBudget, [...bareStarts, ...samplesOf('start', 'app', [116, 116, 116])])).toMatchObject({
      figure: 1.16,
      within: false,
    });
  });

  it('compares p95 with p95', () => {
    const budget: Budget = { measure: 'wire', figure: 'difference of p95', against: 'bare', limit: 2 };
    const bare = samplesOf('wire', 'bare', [1, 1, 1, 5]);
    expect(judge(budget, [...bare, ...samplesOf('wire', 'app', [5, 1, 1, 1])]).figure).toBe(0);
  });

  it('leaves out rounds that one side lacks', () => {
    const app = samplesOf('start', 'app', [100, 100, 100, 900, 900]);
    expect(judge(startBudget, [...bareStarts, ...app]).figure).toBe(1);
  });

  it('gives no verdict without the other side', () => {
    expect(judge(startBudget, samplesOf('start', 'app', [100]))).toMatchObject({ figure: null, within: null });
  });

  it.each([
    ['two paints', [1, 2, 1], false],
    ['no paint', [1, 0, 1], false],
    ['one each', [1, 1, 1], true],
  ])('holds every snapshot to one paint: %s', (_what, values, within) => {
    const [budget] = budgets.filter(({ measure }) => measure === 'paints');
    expect(judge(budget as Budget, samplesOf('paints', 'app', values)).within).toBe(within);
  });
});

describe('the report', () => {
  const subjects = [
    { id: 'bare', label: '(a) bare page' },
    { id: 'app', label: '(c) app' },
    { id: 'before', label: 'v1 (abc)' },
  ];

  it('says over budget where it is', () => {
    const { text } = describeAll([...bareStarts, ...samplesOf('start', 'app', [200, 200, 200])], subjects, budgets);
    expect(text).toContain('(c) to (a), ratio of medians: 2.00, budget 1.15: OVER BUDGET');
  });

  it('claims a difference from a former version with twenty pairs only', () => {
    const slow = (n: number): string => {
      const values = Array.from({ length: n }, (_each, index) => 100 + index);
      const before = samplesOf('start', 'before', values);
      const now = samplesOf(
        'start',
        'app',
        values.map((value) => value + 10),
      );
      return describeAll([...before, ...now], subjects, budgets).text;
    };
    expect(slow(19)).toContain('(c) less v1 (abc): +10 ms (95 %: +10 to +10): too few samples for a claim (19 of 20)');
    expect(slow(20)).toContain('(c) less v1 (abc): +10 ms (95 %: +10 to +10): more than before');
  });
});

describe('judgeSoak', () => {
  it('allows five per cent of growth', () => {
    expect(judgeSoak('soakMemory', [100], [105]).within).toBe(true);
    expect(judgeSoak('soakMemory', [100], [106]).within).toBe(false);
  });

  it('takes a latency for slower only when noise does not explain it', () => {
    const before = Array.from({ length: 40 }, (_each, index) => 10 + (index % 9));
    const later = (byMs: number): number[] => before.map((value) => value + byMs);
    expect(judgeSoak('soakPainted', before, later(0)).within).toBe(true);
    expect(judgeSoak('soakPainted', before, later(4)).within).toBe(false);
    expect(judgeSoak('soakPainted', before, later(-4)).within).toBe(true);
  });
});
