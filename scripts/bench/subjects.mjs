import { join } from 'node:path';
import { appArguments } from '../app/app-arguments.mjs';
import { guardianName } from '../app/make-guardian.mjs';
import { languageSwitch } from '../app/one-language.mjs';
import { root } from '../app/root.mjs';
import { findChromium } from '../setup/chromium.mjs';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';

/** @typedef {'bare' | 'chromium' | 'app' | 'before'} SubjectId */

/**
 * What is measured: a program that shows one page with the panel in it.
 *
 * @typedef {object} Subject
 * @property {SubjectId} id
 * @property {string} label
 * @property {string} program
 * @property {string} origin where its page is served from
 * @property {(place: { ccpUrl: string, userDataDir: string }) => string[]} argumentsFor
 * @property {string} [built] a program of its own that it runs and that was perhaps just built
 * @property {Record<string, string>} [env] what its environment holds besides that of the benchmark
 */

const ownOrigin = 'https://switchhook.localhost';

/** The same for all, so that nothing but the page differs; the port is for reading, and idle until somebody connects. */
const sharedSwitches = [languageSwitch, '--remote-debugging-port=0'];

/** The limit: the same Electron with a page that does nothing but initCCP and one text. */
export const bareSubject = () => electronSubject('bare', '(a) bare page', join(root, 'dist/bare'));

/** The app as built. */
export const appSubject = () => electronSubject('app', '(c) app', root);

/**
 * The app as built in another folder.
 *
 * @param {string} folder
 * @param {string} label
 */
export const formerSubject = (folder, label) => electronSubject('before', label, folder);

/**
 * @param {SubjectId} id
 * @param {string} label
 * @param {string} app
 * @returns {Subject}
 */
function electronSubject(id, label, app) {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  return {
    id,
    label,
    program: electron.path,
    built: join(app, 'dist/guardian', guardianName),
    origin: ownOrigin,
    argumentsFor: (place) => appArguments({ ...place, app, fakeMicrophone: true, extra: sharedSwitches }),
  };
}

/**
 * The bare page in a window of the browser agents would otherwise use; null where none is installed.
 *
 * @param {string} pageOrigin where the page is served for it
 * @returns {Subject | null}
 */
export function chromiumSubject(pageOrigin) {
  const program = findChromium();
  if (program === undefined) return null;
  return {
    id: 'chromium',
    label: '(b) Chromium',
    program,
    origin: pageOrigin,
    argumentsFor: ({ ccpUrl, userDataDir }) => [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--no-first-run',
      '--no-default-browser-check',
      '--password-store=basic',
      '--window-size=1080,720',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--user-data-dir=${userDataDir}`,
      ...sharedSwitches,
      `--app=${pageOrigin}/?ccpUrl=${encodeURIComponent(ccpUrl)}`,
    ],
  };
}
