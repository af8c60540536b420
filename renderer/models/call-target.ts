import type { QuickConnect } from '../phone/quick-connect.js';

/** Whom a call may be passed to: a quick connect, or what was typed as a number. */
export type CallTarget = { readonly kind: 'typed'; readonly text: string } | QuickConnect;
