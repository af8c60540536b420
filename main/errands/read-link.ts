import { maxDialTextLength } from '../../contract/errand.js';
import type { LinkErrand, LinkFault } from './errand.js';
import { isLinkAction, type LinkAction } from './link-rules.js';

export type ReadLink = LinkErrand | { readonly kind: 'unknown'; readonly why: LinkFault };

/** A longer name is no status of Connect. Source: https://docs.aws.amazon.com/connect/latest/APIReference/API_CreateAgentStatus.html */
const maxNameLength = 127;

const unknown = (why: LinkFault): ReadLink => ({ kind: 'unknown', why });

/**
 * Reads a link that the system was asked to open. Nothing of it is trusted: a number is digits and the signs people write
 * between them, a name is plain text, and of `switchhook:` links only those in `linkRules` are followed.
 */
export function readLink(link: string): ReadLink {
  if (link.length > maxDialTextLength) return unknown('tooLong');
  const [, scheme = '', body = ''] = /^([a-z][a-z0-9+.-]*):(?:\/\/)?(.*)$/is.exec(link.trim()) ?? [];
  switch (scheme.toLowerCase()) {
    case 'tel':
    case 'callto':
      return readNumber(body.replace(/^tel:/i, ''));
    case 'sip':
    case 'sips':
      // The host is the one of another telephone system.
      return readNumber(body.replace(/@.*$/s, ''));
    case 'switchhook':
      return readOwn(body);
    default:
      return unknown('scheme');
  }
}

/** The number of RFC 3966 before its parameters. */
function readNumber(text: string): ReadLink {
  const number = decode(text.replace(/\/*(?:[;?].*)?$/s, ''))?.trim();
  if (number === undefined) return unknown('malformed');
  return isNumber(number) ? { kind: 'dial', text: number } : unknown('noNumber');
}

const isNumber = (text: string): boolean => /^[+\p{Nd} ().\-/*#]+$/u.test(text) && /\p{Nd}/u.test(text);

function readOwn(body: string): ReadLink {
  const [path = '', query = ''] = body.split(/\?(.*)/s);
  const action = path.replace(/\/+$/, '').toLowerCase();
  return isLinkAction(action) ? readAction(action, query) : unknown('notForLinks');
}

function readAction(action: LinkAction, query: string): ReadLink {
  switch (action) {
    case 'show':
      return { kind: 'show' };
    case 'dial': {
      const number = parameter(query, 'number');
      return number === undefined ? unknown('malformed') : readNumber(number);
    }
    case 'status':
    case 'next': {
      const name = decode(parameter(query, 'name') ?? '')?.trim();
      if (name === undefined) return unknown('malformed');
      return name === '' || name.length > maxNameLength ? unknown('noName') : { kind: action, name };
    }
  }
}

/** As it stands there, as the plus of a number is not the space that forms make of it; '' when it is missing. */
function parameter(query: string, wanted: string): string | undefined {
  const given = query.split('&').map((pair) => pair.split(/=(.*)/s));
  const found = given.filter(([name]) => name?.toLowerCase() === wanted);
  return found.length > 1 ? undefined : (found[0]?.[1] ?? '');
}

/** Plain text, or undefined when there is a sign that nobody would see. */
function decode(text: string): string | undefined {
  try {
    const decoded = decodeURIComponent(text);
    return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}]/u.test(decoded) ? undefined : decoded;
  } catch {
    return undefined;
  }
}
