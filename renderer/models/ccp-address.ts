import { isPlainHost } from '../../contract/plain-host.js';
import type { AddressProblem } from '../../contract/words/words.js';

/** Where Connect has its panel, by the kind of host. */
const PANEL_PATHS: readonly (readonly [host: RegExp, path: string])[] = [
  [/\.my\.connect\.aws$/, '/ccp-v2/'],
  [/\.awsapps\.com$/, '/connect/ccp-v2/'],
];
const connectNames = /my\.connect\.aws|awsapps\.com/;
const localHosts: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]']);

/** What somebody typed or pasted as the address of a panel. */
export type EnteredAddress =
  /** `upgraded`: it named the older panel, CCPv1, which Streams cannot work with. */
  | { readonly kind: 'address'; readonly address: string; readonly upgraded: boolean }
  | { readonly kind: 'problem'; readonly problem: AddressProblem };

/**
 * Reads the address of a panel. The scheme may be missing, and on a host of Connect any path will do, as people copy
 * what they have: the sign-in page, the home page, the older panel.
 */
export function readAddress(typed: string): EnteredAddress {
  const entered = readWebAddress(typed);
  if (entered.kind === 'problem') return entered;
  const { url, text } = entered;
  const panelPath = PANEL_PATHS.find(([host]) => host.test(url.hostname))?.[1];
  if (panelPath === undefined) return { kind: 'address', address: text, upgraded: false };
  if (/\/ccp-v2\/?$/.test(url.pathname)) return { kind: 'address', address: text, upgraded: false };
  const upgraded = /\/ccp\/?$/.test(url.pathname);
  return { kind: 'address', address: `${url.origin}${panelPath}`, upgraded };
}

/** Reads where the company's sign-on begins: '' when there is none, null when it cannot be. */
export function readLoginAddress(typed: string): string | null {
  if (typed.trim() === '') return '';
  const entered = readWebAddress(typed);
  return entered.kind === 'problem' ? null : entered.url.href;
}

type WebAddress =
  | { readonly kind: 'web'; readonly url: URL; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: AddressProblem };

/** What any address has to be; the desktop side asks for the same again, see `isPanelAddress` there. */
function readWebAddress(typed: string): WebAddress {
  const trimmed = typed.trim();
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`;
  const problem = (kind: AddressProblem): WebAddress => ({ kind: 'problem', problem: kind });
  if (trimmed === '' || !URL.canParse(text)) return problem('notAnAddress');
  const url = new URL(text);
  if (url.username !== '' || url.password !== '') return problem('credentials');
  if (!isPlainHost(url.hostname)) return problem('notAnAddress');
  const isLocal = localHosts.has(url.hostname);
  if (!isLocal && !url.hostname.includes('.') && !url.hostname.startsWith('[')) return problem('notAnAddress');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLocal)) return problem('notHttps');
  return isLookAlike(url.hostname) ? problem('lookAlike') : { kind: 'web', url, text };
}

/** A host with letters of other scripts, or one that has a name of Connect where only its owner's name counts. */
function isLookAlike(hostname: string): boolean {
  if (hostname.split('.').some((label) => label.startsWith('xn--'))) return true;
  return connectNames.test(hostname) && !PANEL_PATHS.some(([host]) => host.test(hostname));
}
