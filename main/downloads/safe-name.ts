/** Controls, and what turns or hides text: bidi marks, zero-width characters, private use. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Separators of paths, drives and streams, and what Windows refuses in names. */
const SEPARATORS = /[<>:"/\\|?*]/g;
/** Names of devices on Windows, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/** Disks take 255 bytes; this leaves room for a number and for a file system that encrypts names. */
const maxBytes = 140;
const maxExtensionLength = 16;
const fallback = 'download';

/** A name to save a file under, from a name that somebody else chose: nothing in it leads elsewhere or hides. */
export function safeName(name: string): string {
  const visible = name
    .normalize('NFC')
    .replaceAll(/[\t\n\v\f\r]/g, ' ')
    .replaceAll(UNSEEN, '')
    .replaceAll(SEPARATORS, '_');
  // Windows drops dots and spaces at the end; at the beginning a dot hides the file.
  const bare = trimEnd(visible.replace(/^[.\s]+/, ''));
  const short = trimEnd(shorten(bare));
  if (short === '') return fallback;
  return DEVICE.test(short) ? `_${short}` : short;
}

/** The name, with the first number for which it is not taken. */
export function uniqueName(name: string, isTaken: (name: string) => boolean): string {
  const { base, extension } = split(name);
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${base} (${number})${extension}`;
    if (!isTaken(candidate)) return candidate;
  }
}

/** The extension as an operating system reads it, in lower case and without the dot; '' without one. */
export function extensionOf(name: string): string {
  const bare = trimEnd(name);
  const dot = bare.lastIndexOf('.');
  return dot < 0 ? '' : bare.slice(dot + 1).toLowerCase();
}

function trimEnd(name: string): string {
  return name.replace(/[.\s]+$/, '');
}

function split(name: string): { readonly base: string; readonly extension: string } {
  const dot = name.lastIndexOf('.');
  if (dot <= 0 || name.length - dot > maxExtensionLength) return { base: name, extension: '' };
  return { base: name.slice(0, dot), extension: name.slice(dot) };
}

function shorten(name: string): string {
  const { base, extension } = split(name);
  const room = maxBytes - Buffer.byteLength(extension);
  let kept = '';
  for (const character of base) {
    if (Buffer.byteLength(kept + character) > room) break;
    kept += character;
  }
  return kept + extension;
}
