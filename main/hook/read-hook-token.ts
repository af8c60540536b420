import { closeSync, openSync, readSync, statSync } from 'node:fs';

const maxBytes = 4096;
/** What a header may carry; RFC 6750 calls it `b64token`: https://www.rfc-editor.org/rfc/rfc6750#section-2.1 */
const bearerToken = /^[\w.~+/-]+=*$/;

/**
 * The agent's token for the hook: the first line of the file that IT put there, without blanks around it. Null where there is
 * none, where it is no bearer token, or where the first line is longer than 4 KB.
 */
export function readHookToken(path: string): string | null {
  if (path === '') return null;
  try {
    // Anything else, such as a pipe, could keep its reader waiting.
    if (!statSync(path).isFile()) return null;
    const token = firstLine(path)?.trim() ?? '';
    return bearerToken.test(token) ? token : null;
  } catch {
    return null;
  }
}

/** Null where it has no end within the first 4 KB. */
function firstLine(path: string): string | null {
  const opened = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(maxBytes + 1);
    const length = readSync(opened, bytes, 0, bytes.length, 0);
    const text = bytes.toString('utf8', 0, length).replace(/^\uFEFF/, '');
    const end = text.search(/[\r\n]/);
    if (end >= 0) return text.slice(0, end);
    return length > maxBytes ? null : text;
  } finally {
    closeSync(opened);
  }
}
