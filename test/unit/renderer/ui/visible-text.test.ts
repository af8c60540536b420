import { describe, expect, it } from 'vitest';
import { makeVisible } from '../../../../renderer/ui/visible-text.js';

describe('makeVisible', () => {
  it.each([
    ['a bell', 'a\u0007b', 'a␇b'],
    ['a null', 'a\u0000b', 'a␀b'],
    ['an escape sequence', '\u001b[31mred', '␛[31mred'],
    ['a lone carriage return', 'good\rbad', 'good␍bad'],
    ['an override of the direction', 'abc\u202egnp.exe', 'abc⟨U+202E⟩gnp.exe'],
    ['a space without width', 'a\u200bb', 'a⟨U+200B⟩b'],
    ['a byte order mark', '\ufeffa', '⟨U+FEFF⟩a'],
    ['a tag beyond the basic plane', 'a\u{e0041}b', 'a⟨U+E0041⟩b'],
  ])('shows %s', (_what, text, visible) => {
    expect(makeVisible(text)).toBe(visible);
  });

  it.each([
    ['markup, as it is shown as text', '<b onclick="x()">&amp;</b>'],
    ['tabs and line feeds', 'a\tb\nc'],
    ['an emoji of several', '👨‍👩‍👧'],
    ['a joiner within a Persian word', 'می‌خواهم'],
    ['other scripts', '日本語 العربية Nāmaka'],
  ])('leaves %s', (_what, text) => {
    expect(makeVisible(text)).toBe(text);
  });

  it('takes a Windows line end for one line end', () => {
    expect(makeVisible('a\r\nb')).toBe('a\nb');
  });
});
