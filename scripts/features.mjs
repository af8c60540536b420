/**
 * Writes docs/features.md from docs/features.json and docs/streams-apis.json. With `--check` it writes nothing and says
 * what is wrong instead: a document that is not what the lists give, or a list that the source or the last whole run of
 * the end-to-end tests contradicts. The end-to-end tests note what they saw in test-results/streams-calls/.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './app/root.mjs';
import { findContradictions } from './features/contradictions.mjs';
import { describeFeatures } from './features/describe-features.mjs';
import { readRecord } from './features/record.mjs';
import { readSource } from './features/source.mjs';

const document = join(root, 'docs', 'features.md');
/** @param {string} name */
const readList = (name) => JSON.parse(readFileSync(join(root, 'docs', name), 'utf8'));
const features = readList('features.json');
/** @type {readonly import('./features/describe-features.mjs').StreamsApi[]} */
const apis = readList('streams-apis.json');
const text = describeFeatures(features, apis);

if (process.argv.includes('--check')) {
  const wrong = findContradictions(apis, readSource(), readRecord(), (file) => existsSync(join(root, 'test', file)));
  if (readFileSync(document, 'utf8') !== text)
    wrong.push('docs/features.md is not what its lists give: run `npm run features`');
  for (const sentence of wrong) process.stdout.write(`${sentence}\n`);
  const called = apis.filter(({ call }) => call !== undefined).length;
  if (wrong.length === 0) process.stdout.write(`${apis.length} rows of Streams, ${called} of them seen to be called\n`);
  process.exitCode = wrong.length === 0 ? 0 : 1;
} else writeFileSync(document, text);
