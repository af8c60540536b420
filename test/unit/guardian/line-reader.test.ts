import { describe, expect, it } from 'vitest';
import { createLineReader } from '../../../guardian/line-reader.js';

function readAll(chunks: readonly Buffer[], maxBytes = 1_000): readonly string[] {
  const lines: string[] = [];
  const reader = createLineReader((line) => void lines.push(line.toString('latin1')), maxBytes);
  for (const chunk of chunks) reader.push(Buffer.from(chunk));
  return lines;
}

describe('the line reader', () => {
  it('finds the same lines however the bytes are cut', () => {
    const text = Buffer.from('one\n\ntwo \u00e4\nthree\nrest', 'utf8');
    const expected = readAll([text]);
    expect(expected).toHaveLength(4);
    for (let size = 1; size < text.length; size++) {
      const chunks = Array.from({ length: Math.ceil(text.length / size) }, (_, index) =>
        text.subarray(index * size, (index + 1) * size),
      );
      expect(readAll(chunks)).toEqual(expected);
    }
  });

  it('drops a line that is too long, and reads the next', () => {
    expect(readAll([Buffer.from(`${'x'.repeat(1_001)}\nnext\n`)])).toEqual(['next']);
    expect(readAll([Buffer.from('x'.repeat(900)), Buffer.from('x'.repeat(900)), Buffer.from('\nnext\n')])).toEqual([
      'next',
    ]);
    expect(readAll([Buffer.from(`${'x'.repeat(1_000)}\nnext\n`)])).toEqual(['x'.repeat(1_000), 'next']);
  });

  it('keeps the bytes of a line that outgrows its memory', () => {
    const long = 'abc'.repeat(70_000);
    expect(readAll([Buffer.from(long.slice(0, 5_000)), Buffer.from(`${long.slice(5_000)}\nab\n`)], 1_000_000)).toEqual([
      long,
      'ab',
    ]);
  });

  it('zeroes chunk and line after use', () => {
    const lines: Buffer[] = [];
    const reader = createLineReader((line) => void lines.push(line), 1_000);
    const chunk = Buffer.from('secret\nshort\n');
    reader.push(chunk);
    expect([...chunk, ...(lines[0] ?? [1])].every((byte) => byte === 0)).toBe(true);
  });

  it('zeroes a line whose reader throws, and reads on', () => {
    const lines: string[] = [];
    const reader = createLineReader((line) => {
      lines.push(line.toString());
      if (lines.length === 1) throw new Error('no');
    }, 1_000);
    expect(() => reader.push(Buffer.from('first\n'))).toThrow('no');
    reader.push(Buffer.from('second\n'));
    expect(lines).toEqual(['first', 'second']);
  });
});
