import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./mutants.mjs').Edit} Edit */

/**
 * The text with its one `from` replaced; null when it has none, or more than one, so that the edit says nothing any more.
 *
 * @param {string} text
 * @param {Pick<Edit, 'from' | 'to'>} edit
 */
export function edited(text, { from, to }) {
  const parts = text.split(from);
  return parts.length === 2 && from !== to ? parts.join(to) : null;
}

/**
 * Breaks a checkout. Returns what mends it again, or the file that an edit no longer fits; then nothing is changed.
 *
 * @param {string} checkout
 * @param {readonly Edit[]} edits
 * @returns {{ ok: true, undo(): void } | { ok: false, file: string }}
 */
export function applyEdits(checkout, edits) {
  /** @type {Map<string, { before: string, after: string }>} */
  const files = new Map();
  for (const edit of edits) {
    const path = join(checkout, edit.file);
    const before = files.get(path)?.before ?? readFileSync(path, 'utf8');
    const after = edited(files.get(path)?.after ?? before, edit);
    if (after === null) return { ok: false, file: edit.file };
    files.set(path, { before, after });
  }
  for (const [path, { after }] of files) writeFileSync(path, after);
  return {
    ok: true,
    undo() {
      for (const [path, { before }] of files) writeFileSync(path, before);
    },
  };
}
