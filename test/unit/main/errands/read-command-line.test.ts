import { describe, expect, it } from 'vitest';
import { readCommandLine, withoutErrands } from '../../../../main/errands/read-command-line.js';

const read = (...args: string[]) => readCommandLine(['/opt/switchhook', ...args]);
const asked = (errand: object) => ({ kind: 'errand', errand, source: 'commandLine' });
const linked = (errand: object) => ({ kind: 'errand', errand, source: 'link' });

describe('a command line', () => {
  it.each([
    [[]],
    [['.']],
    [['--no-sandbox', '--lang=de', '--user-data-dir=/x']],
    [['--ccp-url=https://a.example/']],
    [['C:\\app']],
  ])('without a wish of ours only starts: %j', (args) => {
    expect(read(...args)).toEqual({ kind: 'start' });
  });

  it.each([
    [['--dial', '+12025550142'], { kind: 'dial', text: '+12025550142' }],
    [['--dial=+1 202'], { kind: 'dial', text: '+1 202' }],
    [['.', '--no-sandbox', '--status', 'Lunch', '--lang=de'], { kind: 'status', name: 'Lunch' }],
    [['--next=A=B'], { kind: 'next', name: 'A=B' }],
    [['--quit'], { kind: 'quit' }],
    [['--print-status'], { kind: 'printStatus' }],
    [['--dial', 'tel:+1'], { kind: 'dial', text: 'tel:+1' }],
    [['--status', '-1'], { kind: 'status', name: '-1' }],
  ])('says what it wants: %j', (args, errand) => {
    expect(read(...args)).toEqual(asked(errand));
  });

  it('asks for the version', () => {
    expect(read('--version')).toEqual({ kind: 'version' });
  });

  it.each([[['--dial']], [['--dial=']], [['--status', ' ']], [['--status', '--quit']], [['--next', '--']]])(
    'with a value missing is told so: %j',
    (args) => {
      expect(read(...args)).toEqual({ kind: 'misuse', why: 'noValue' });
    },
  );

  it('wants one thing at a time', () => {
    for (const args of [
      ['--quit', '--print-status'],
      ['--dial', '1', '--dial', '2'],
      ['--quit', 'tel:1'],
      ['--version', '--quit'],
    ]) {
      expect(read(...args)).toEqual({ kind: 'misuse', why: 'twoAtOnce' });
    }
  });

  it('takes no value of more than 300 characters', () => {
    expect(read('--status', 'x'.repeat(301))).toEqual({ kind: 'misuse', why: 'tooLong' });
  });
});

describe('a link on a command line', () => {
  it('is read as one, also behind the mark that ends switches', () => {
    expect(read('tel:+12025550142')).toEqual(linked({ kind: 'dial', text: '+12025550142' }));
    expect(read('--', 'tel:+12025550142')).toEqual(linked({ kind: 'dial', text: '+12025550142' }));
    expect(read('--no-sandbox', '--', 'switchhook:show')).toEqual(linked({ kind: 'show' }));
  });

  it('brings no switch with it', () => {
    expect(read('tel:1', '--quit')).toEqual(linked({ kind: 'dial', text: '1' }));
    expect(read('--', 'tel:1', '--quit')).toEqual(linked({ kind: 'dial', text: '1' }));
    expect(read('--', '--quit')).toEqual({ kind: 'start' });
    expect(read('--', '--quit', 'tel:1')).toEqual(linked({ kind: 'dial', text: '1' }));
  });

  it('that cannot be followed is told and not lost', () => {
    expect(read('javascript:alert(1)')).toEqual(linked({ kind: 'unknown', why: 'scheme' }));
    expect(read('switchhook:quit')).toEqual(linked({ kind: 'unknown', why: 'notForLinks' }));
    expect(read('--quit-now', 'tel:')).toEqual(linked({ kind: 'unknown', why: 'noNumber' }));
  });
});

describe('a start that is to be repeated', () => {
  it.each([
    [
      ['--user-data-dir=/x', '--dial', '+1202', '--lang=de'],
      ['--user-data-dir=/x', '--lang=de'],
    ],
    [
      ['--dial=+1202', '.', '--no-sandbox'],
      ['.', '--no-sandbox'],
    ],
    [['--quit', '--print-status', '--user-data-dir=/x'], ['--user-data-dir=/x']],
    [['--user-data-dir=/x', '--', 'tel:+1202'], ['--user-data-dir=/x']],
    [['--user-data-dir=/x', 'tel:+1202', '--lang=de'], ['--user-data-dir=/x']],
    [['--status'], []],
  ])('keeps no number and no wish: %j', (args, kept) => {
    expect(withoutErrands(args)).toEqual(kept);
  });
});
