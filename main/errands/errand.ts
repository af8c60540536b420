/** What keeps a link from being followed. */
export type LinkFault =
  /** Not one of the schemes that are read here, such as `javascript:`. */
  | 'scheme'
  | 'tooLong'
  /** Hidden characters, or signs that stand for none. */
  | 'malformed'
  /** Where a telephone number should be is something else. */
  | 'noNumber'
  /** A `switchhook:` link for something that no link may do. */
  | 'notForLinks'
  /** It does not say which status. */
  | 'noName';

/** What a link may want. */
export type LinkErrand =
  | { readonly kind: 'dial'; readonly text: string }
  | { readonly kind: 'show' }
  | { readonly kind: 'status' | 'next'; readonly name: string };

/** What somebody outside of the window wants of the app; `unknown` is a value, so that it is told and not lost. */
export type Errand =
  | LinkErrand
  | { readonly kind: 'unknown'; readonly why: LinkFault }
  | { readonly kind: 'quit' }
  | { readonly kind: 'printStatus' };

/** A link may come from any web page; a command line is the agent's own, or IT's. */
export type ErrandSource = 'link' | 'commandLine';
