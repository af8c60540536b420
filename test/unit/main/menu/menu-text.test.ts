import { describe, expect, it } from 'vitest';
import { menuText } from '../../../../main/menu/menu-text.js';

describe('a name in a menu', () => {
  it.each([
    ['Lunch', 'Lunch'],
    ['R&D_team', 'R&D_team'],
    ['<b>Bold</b>', '‹b›Bold‹/b›'],
    ['one\ntwo\tthree', 'one two three'],
    ['turned \u202egnaw', 'turned  gnaw'],
    ['  ', ''],
    ['ארוחה', '\u2068ארוחה\u2069'],
    ['نماز\u200cخانه', '\u2068نماز\u200cخانه\u2069'],
    ['👩‍💻 desk', '👩‍💻 desk'],
  ])('%j stands there as %j', (name, text) => expect(menuText(name)).toBe(text));

  it('is cut in the middle, so that names that begin alike stay apart', () => {
    const one = menuText(`${'Project '.repeat(25)}north`);
    const other = menuText(`${'Project '.repeat(25)}south`);
    expect(one).toMatch(/^Project .*….*north$/);
    expect(one).not.toBe(other);
    expect(Array.from(one)).toHaveLength(48);
  });

  it('splits no character', () => {
    expect(menuText('😀'.repeat(100))).toBe(`${'😀'.repeat(35)}…${'😀'.repeat(12)}`);
  });

  it('of a million characters takes no time', () => {
    const from = performance.now();
    menuText('x'.repeat(1_000_000));
    expect(performance.now() - from).toBeLessThan(200);
  });
});
