import type { PanelTrouble } from '../../contract/health.js';
import { isPanelPage } from '../sign-in/judge-address.js';

/** Chromium's net errors. Source: https://source.chromium.org/chromium/chromium/src/+/main:net/base/net_error_list.h */
const aborted = -3;
const NET_ERRORS: Readonly<Record<number, PanelTrouble>> = {
  // ERR_INTERNET_DISCONNECTED, ERR_NETWORK_CHANGED, ERR_NETWORK_IO_SUSPENDED
  [-106]: 'noNetwork',
  [-21]: 'noNetwork',
  [-331]: 'noNetwork',
  // ERR_CERT_COMMON_NAME_INVALID, ERR_CERT_AUTHORITY_INVALID, ERR_CERT_INVALID, ERR_CERT_WEAK_SIGNATURE_ALGORITHM
  [-200]: 'intercepted',
  [-202]: 'intercepted',
  [-207]: 'intercepted',
  [-208]: 'intercepted',
  // ERR_PROXY_CONNECTION_FAILED, ERR_PROXY_AUTH_UNSUPPORTED, ERR_PROXY_AUTH_REQUESTED, ERR_TUNNEL_CONNECTION_FAILED
  [-130]: 'intercepted',
  [-115]: 'intercepted',
  [-127]: 'intercepted',
  [-111]: 'intercepted',
  // ERR_CERT_DATE_INVALID
  [-201]: 'clockWrong',
};

/** ERR_BLOCKED_BY_RESPONSE and ERR_BLOCKED_BY_CSP: the page does not let itself be framed. */
const FRAMING_REFUSED: ReadonlySet<number> = new Set([-27, -30]);

/** What became of loading the panel's frame. */
export type PanelLoad =
  | { readonly kind: 'failed'; readonly errorCode: number; readonly address: string }
  | { readonly kind: 'answered'; readonly httpStatus: number; readonly address: string };

/**
 * What a load of the panel's frame tells. Null when it is fine, undefined when it tells nothing, as for a load that was
 * given up for the next one.
 *
 * A sign-in page refuses to be framed, and so does a panel whose instance does not know our origin; the address that
 * refused is the only difference.
 */
export function panelTroubleOf(load: PanelLoad, ccpUrl: string): PanelTrouble | null | undefined {
  if (load.kind === 'answered') {
    // A blank frame was answered by nobody; that it says nothing is noticed otherwise.
    if (load.address.startsWith('about:')) return undefined;
    if (load.httpStatus === 403) return 'accessDenied';
    if (load.httpStatus >= 400) return 'badAnswer';
    // Sent elsewhere: to a sign-in page that may be framed. Should it be the panel after all, it will say so itself.
    return isPanelPage(load.address, ccpUrl) ? null : 'signedOut';
  }
  if (load.errorCode === aborted) return undefined;
  if (!FRAMING_REFUSED.has(load.errorCode)) return NET_ERRORS[load.errorCode] ?? 'unreachable';
  return isPanelPage(load.address, ccpUrl) ? 'originRefused' : 'signedOut';
}
