import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../app/root.mjs';

/**
 * What our own code does with Streams.
 *
 * @typedef {object} StreamsSource
 * @property {string} text
 * @property {ReadonlySet<string>} calls members of Streams that are called in it
 */

/** Members of Streams as its types list them, and those it has without telling in its types. */
const untyped = ['isCampaignPreview', 'getSkew', 'getUpstream', 'getAgentDataProvider', 'getAgentData', 'onUpstream'];

/** Names that collections, promises and events have as well; these are told apart by reading, not by this. */
const ordinary = new Set([
  'subscribe',
  'unsubscribe',
  'then',
  'find',
  'filter',
  'map',
  'get',
  'set',
  'has',
  'delete',
  'add',
  'on',
]);

/** Reads the only room that knows Streams. @returns {StreamsSource} */
export function readSource() {
  const folder = join(root, 'renderer', 'phone');
  const files = readdirSync(folder).filter((name) => /\.tsx?$/.test(name));
  const text = files.map((name) => readFileSync(join(folder, name), 'utf8')).join('\n');
  const members = streamsMembers();
  const called = [...text.matchAll(/\.(\w+)(?:\?\.)?\(/g)].map(([, name = '']) => name);
  return { text, calls: new Set(called.filter((name) => members.has(name))) };
}

function streamsMembers() {
  const types = readFileSync(join(root, 'node_modules', 'amazon-connect-streams', 'src', 'index.d.ts'), 'utf8');
  const typed = [...types.matchAll(/^\s+(?:static\s+|readonly\s+)*(\w+)\s*[(<]/gm)].map(([, name = '']) => name);
  const functions = [...types.matchAll(/^\s*function\s+(\w+)/gm)].map(([, name = '']) => name);
  return new Set([...typed, ...functions, ...untyped].filter((name) => !ordinary.has(name)));
}
