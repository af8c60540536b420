import type { MenuWord } from '../../contract/words/menu-word.js';

/** What Chromium tells of the place under the pointer; the part of Electron's `ContextMenuParams` that is used. */
export interface PointedAt {
  readonly isEditable: boolean;
  readonly selectionText: string;
  readonly linkURL: string;
  readonly misspelledWord: string;
  readonly dictionarySuggestions: readonly string[];
  readonly editFlags: {
    readonly canCut: boolean;
    readonly canCopy: boolean;
    readonly canPaste: boolean;
    readonly canSelectAll: boolean;
    readonly canEditRichly: boolean;
  };
}

export type ContextAct = Extract<
  MenuWord,
  'cut' | 'copy' | 'paste' | 'pastePlain' | 'selectAll' | 'copyLink' | 'openLink' | 'addToDictionary'
>;

/** One line of the menu of a right click. */
export type ContextItem =
  | { readonly kind: 'suggestion'; readonly text: string }
  | { readonly kind: 'act'; readonly act: ContextAct }
  | { readonly kind: 'line' };

const maxSuggestions = 5;

type Rule = readonly [act: ContextAct, applies: (at: PointedAt) => boolean];

/** Groups between lines, in the order they stand; an act that does not apply is not shown. */
const GROUPS: readonly (readonly Rule[])[] = [
  [['addToDictionary', (at) => at.isEditable && at.misspelledWord !== '']],
  [
    ['copyLink', (at) => isCopiedLink(at.linkURL)],
    ['openLink', (at) => isWebLink(at.linkURL)],
  ],
  [
    ['cut', (at) => at.isEditable && at.editFlags.canCut],
    ['copy', (at) => at.selectionText !== '' && at.editFlags.canCopy],
    ['paste', (at) => at.isEditable && at.editFlags.canPaste],
    // Where there is no other text than plain text, it would be a second Paste.
    ['pastePlain', (at) => at.isEditable && at.editFlags.canPaste && at.editFlags.canEditRichly],
    ['selectAll', (at) => (at.isEditable || at.selectionText !== '') && at.editFlags.canSelectAll],
  ],
];

/** What the menu of a right click offers at a place; empty when there is nothing to do there. */
export function contextItems(at: PointedAt): readonly ContextItem[] {
  const acts = GROUPS.map((group): ContextItem[] =>
    group.filter(([, applies]) => applies(at)).map(([act]) => ({ kind: 'act', act })),
  );
  const groups = [suggestionsFor(at), ...acts].filter((group) => group.length > 0);
  return groups.flatMap((group, index): ContextItem[] => (index === 0 ? group : [{ kind: 'line' }, ...group]));
}

function suggestionsFor({ isEditable, misspelledWord, dictionarySuggestions }: PointedAt): ContextItem[] {
  if (!isEditable || misspelledWord === '') return [];
  return dictionarySuggestions.slice(0, maxSuggestions).map((text) => ({ kind: 'suggestion', text }));
}

/** Whether the default browser may get this link: https, as other schemes start programs, and without credentials. */
export function isWebLink(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, username, password } = new URL(address);
  return protocol === 'https:' && username === '' && password === '';
}

const copiedSchemes: ReadonlySet<string> = new Set(['https:', 'http:', 'mailto:', 'tel:']);

function isCopiedLink(address: string): boolean {
  return URL.canParse(address) && copiedSchemes.has(new URL(address).protocol);
}
