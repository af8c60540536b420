import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../../../scripts/app/root.mjs';
import { applyEdits, edited } from '../../../../scripts/mutants/apply-edits.mjs';
import { describeVerdict, judgeMutant } from '../../../../scripts/mutants/judge-mutant.mjs';
import { type Mutant, mutants } from '../../../../scripts/mutants/mutants.mjs';
import { type Outcome, readUnits } from '../../../../scripts/mutants/run-catchers.mjs';

const red: Outcome = { colour: 'red', why: 'Error: 1' };
const green: Outcome = { colour: 'green', why: '' };
const notRun: Outcome = { colour: 'not run', why: 'there is no such test' };
const mutant: Mutant = { name: 'broken', edits: [], catchers: [{ row: 7 }, { file: 'a.test.ts', test: 'holds' }] };

describe('an edit', () => {
  it('replaces what is there once', () => {
    expect(edited('a b c', { from: 'b', to: 'x' })).toBe('a x c');
  });

  it.each([
    ['is not there', 'a c'],
    ['is there twice', 'b b'],
  ])('fits no longer when its text %s', (_what, text) => {
    expect(edited(text, { from: 'b', to: 'x' })).toBeNull();
  });

  it('that changes nothing is none', () => {
    expect(edited('a b c', { from: 'b', to: 'b' })).toBeNull();
  });
});

describe('edits of a checkout', () => {
  function checkout(files: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'switchhook-edits-'));
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return { folder, read: (path: string) => readFileSync(join(folder, path), 'utf8') };
  }

  it('are made one after the other, and undone', () => {
    const { folder, read } = checkout({ 'main/a.ts': '1 2', 'main/b.ts': '3' });
    const applied = applyEdits(folder, [
      { file: 'main/a.ts', from: '1', to: 'one' },
      { file: 'main/a.ts', from: 'one 2', to: 'both' },
      { file: 'main/b.ts', from: '3', to: 'three' },
    ]);
    expect([read('main/a.ts'), read('main/b.ts')]).toEqual(['both', 'three']);
    if (applied.ok) applied.undo();
    expect([read('main/a.ts'), read('main/b.ts')]).toEqual(['1 2', '3']);
  });

  it('change nothing at all when one of them no longer fits', () => {
    const { folder, read } = checkout({ 'a.ts': '1', 'b.ts': '2' });
    const edits = [
      { file: 'a.ts', from: '1', to: 'x' },
      { file: 'b.ts', from: 'gone', to: 'x' },
    ];
    expect(applyEdits(folder, edits)).toEqual({ ok: false, file: 'b.ts' });
    expect(read('a.ts')).toBe('1');
  });
});

describe('a mutant', () => {
  it('is caught when every named test is red', () => {
    expect(judgeMutant({ misfit: null, outcomes: [red, red], tookMs: 1 }).caught).toBe(true);
  });

  it.each([
    ['one of them stays green', { misfit: null, outcomes: [red, green] }],
    ['one of them was not run', { misfit: null, outcomes: [red, notRun] }],
    ['none is named', { misfit: null, outcomes: [] }],
    ['it no longer fits', { misfit: 'a.ts', outcomes: [] }],
  ])('is not caught when %s', (_what, trial) => {
    expect(judgeMutant({ ...trial, tookMs: 1 }).caught).toBe(false);
  });

  it('is told with its tests, why each is red, and its time', () => {
    const verdict = judgeMutant({ misfit: null, outcomes: [red, green], tookMs: 1_500 });
    expect(describeVerdict(mutant, verdict).split('\n')).toEqual([
      'NOT CAUGHT    1.5 s  broken',
      '    red: row 7',
      '      Error: 1',
      '    green: a.test.ts: holds',
    ]);
  });

  it('that no longer fits is told with the file', () => {
    const verdict = judgeMutant({ misfit: 'a.ts', outcomes: [], tookMs: 0 });
    expect(describeVerdict(mutant, verdict)).toContain('no longer fits a.ts');
  });
});

it('counts a skipped test as not run', () => {
  const assertionResults = [
    { title: 'holds', status: 'failed', failureMessages: ['Error: 1\n at x'] },
    { title: 'leaves', status: 'passed' },
    { title: 'later', status: 'skipped' },
  ];
  expect(readUnits({ testResults: [{ name: '/x/a.test.ts', assertionResults }] })).toEqual([
    { file: '/x/a.test.ts', title: 'holds', passed: false, error: 'Error: 1' },
    { file: '/x/a.test.ts', title: 'leaves', passed: true, error: '' },
  ]);
  expect(readUnits(null)).toEqual([]);
});

describe('the list of mutants', () => {
  it.each(mutants.map((each) => [each.name, each] as const))('fits the sources: %s', (_name, { edits, catchers }) => {
    expect(catchers.length).toBeGreaterThan(0);
    const texts = new Map<string, string>();
    for (const edit of edits) {
      const text = texts.get(edit.file) ?? readFileSync(join(root, edit.file), 'utf8');
      const after = edited(text, edit);
      expect(after, edit.from).not.toBeNull();
      texts.set(edit.file, after ?? '');
    }
  });

  it('has a name for each', () => {
    expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
  });
});
