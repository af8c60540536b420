import { describe, expect, it } from 'vitest';
import { contextItems, isWebLink, type PointedAt } from '../../../../main/text/context-menu.js';

type Facts = Partial<Omit<PointedAt, 'editFlags'>> & { readonly editFlags?: Partial<PointedAt['editFlags']> };

const can = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true, canEditRichly: false };

/** What is offered at a place, one word a line. */
function offered({ editFlags, ...facts }: Facts): readonly string[] {
  const at: PointedAt = {
    isEditable: false,
    selectionText: '',
    linkURL: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    ...facts,
    editFlags: { ...can, ...editFlags },
  };
  return contextItems(at).map((item) => {
    if (item.kind === 'line') return '-';
    return item.kind === 'act' ? item.act : `"${item.text}"`;
  });
}

describe('a right click', () => {
  it('offers nothing where there is nothing to do', () => expect(offered({})).toEqual([]));

  it('offers what applies in a field', () => {
    const nothingChosen = { canCut: false, canCopy: false };
    expect(offered({ isEditable: true, editFlags: nothingChosen })).toEqual(['paste', 'selectAll']);
    expect(offered({ isEditable: true, selectionText: 'x' })).toEqual(['cut', 'copy', 'paste', 'selectAll']);
    expect(
      offered({ isEditable: true, editFlags: { ...nothingChosen, canPaste: false, canSelectAll: false } }),
    ).toEqual([]);
  });

  it('tells plain text from formatted text only where there is formatted text', () => {
    expect(offered({ isEditable: true, selectionText: 'x', editFlags: { canEditRichly: true } })).toEqual([
      'cut',
      'copy',
      'paste',
      'pastePlain',
      'selectAll',
    ]);
  });

  it('never copies what Chromium keeps, as in a password', () => {
    expect(offered({ isEditable: true, selectionText: 'x', editFlags: { canCut: false, canCopy: false } })).toEqual([
      'paste',
      'selectAll',
    ]);
  });

  it('copies text that cannot be changed', () => {
    expect(offered({ selectionText: 'Order 7' })).toEqual(['copy', 'selectAll']);
  });

  it('corrects a word', () => {
    const dictionarySuggestions = ['a', 'b', 'c', 'd', 'e', 'f'];
    expect(offered({ isEditable: true, misspelledWord: 'x', dictionarySuggestions }).slice(0, 7)).toEqual([
      '"a"',
      '"b"',
      '"c"',
      '"d"',
      '"e"',
      '-',
      'addToDictionary',
    ]);
    expect(offered({ isEditable: true, misspelledWord: 'x' })[0]).toBe('addToDictionary');
    expect(offered({ misspelledWord: 'x', dictionarySuggestions })).toEqual([]);
  });

  it.each([
    ['https://docs.example/a', ['copyLink', 'openLink']],
    ['http://docs.example/a', ['copyLink']],
    ['mailto:ada@example.com', ['copyLink']],
    ['tel:+442079460123', ['copyLink']],
    ['https://ada:word@docs.example/', ['copyLink']],
    ['javascript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['not an address', []],
  ])('offers for the link %s: %j', (linkURL, acts) => expect(offered({ linkURL })).toEqual(acts));

  it('puts a line between groups and nowhere else', () => {
    expect(offered({ linkURL: 'https://docs.example/', selectionText: 'x' })).toEqual([
      'copyLink',
      'openLink',
      '-',
      'copy',
      'selectAll',
    ]);
  });
});

describe('isWebLink', () => {
  it.each(['https://docs.example/', 'HTTPS://docs.example'])('takes %s', (address) => {
    expect(isWebLink(address)).toBe(true);
  });

  it.each(['http://docs.example/', 'ms-settings:', 'https://a@docs.example/', ''])('refuses %j', (address) => {
    expect(isWebLink(address)).toBe(false);
  });
});
