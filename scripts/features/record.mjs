import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../app/root.mjs';

/** Where the end-to-end tests note, one file each, what they saw. */
export const recordFolder = join(root, 'test-results', 'streams-calls');

/**
 * What was seen in one run.
 *
 * @typedef {object} StreamsRecord
 * @property {ReadonlySet<string>} members members of Streams that ran in our page, without their object's name
 * @property {ReadonlySet<string>} operations operations that the simulator answered with success
 */

/** Joins what all tests of the last run saw. @returns {StreamsRecord} */
export function readRecord() {
  const files = existsSync(recordFolder) ? readdirSync(recordFolder) : [];
  const records = files.map((file) => JSON.parse(readFileSync(join(recordFolder, file), 'utf8')));
  return {
    members: new Set(records.flatMap(({ members }) => members)),
    operations: new Set(records.flatMap(({ operations }) => operations)),
  };
}
