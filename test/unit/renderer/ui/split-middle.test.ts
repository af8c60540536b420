import { describe, expect, it } from 'vitest';
import { splitMiddle } from '../../../../renderer/ui/split-middle.js';

describe('splitMiddle', () => {
  it.each(['', 'Ada', 'Renata Oyelaran'])('leaves "%s" whole, as it is short', (text) => {
    expect(splitMiddle(text)).toEqual({ head: text, tail: '' });
  });

  it('keeps the last word where it is short enough', () => {
    expect(splitMiddle('Training: new returns process, second half')).toEqual({
      head: 'Training: new returns process, second',
      tail: ' half',
    });
  });

  it('cuts within a long last word, so that its end can be told from another', () => {
    expect(splitMiddle('Maria-Magdalena zu Hohenlohe-Langenburg').tail).toBe('ngenburg');
  });

  it('loses nothing', () => {
    const text = 'Wilhelmina von Habsburg-Lothringen-Schwarzenberg';
    const { head, tail } = splitMiddle(text);
    expect(head + tail).toBe(text);
  });

  it("is as quick with a text of a book's length, which an attribute may have", () => {
    const text = `${'A name '.repeat(5_000)}end`;
    const began = performance.now();
    expect(splitMiddle(text).tail).toBe(' end');
    expect(performance.now() - began).toBeLessThan(20);
  });

  it('never splits what people see as one character', () => {
    const family = '👨‍👩‍👧';
    const { head, tail } = splitMiddle(family.repeat(20));
    expect(head).toBe(family.repeat(12));
    expect(tail).toBe(family.repeat(8));
  });

  it('does not cut between joined letters', () => {
    expect(splitMiddle('محمدعبدالرحمنبنخالدالطويل').tail).toBe('');
    expect(splitMiddle('محمد عبد الرحمن بن خالد').tail).toBe(' خالد');
  });
});
