import { resolve } from 'node:path';

/**
 * The app folder on Electron's command line: the first argument that is not a switch.
 *
 * @param {readonly string[]} argv
 * @returns {string | undefined}
 */
export function appFolder(argv) {
  const argument = argv.slice(1).find((text) => !text.startsWith('-'));
  return argument === undefined ? undefined : resolve(argument);
}
