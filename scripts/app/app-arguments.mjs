import { root } from './root.mjs';

/**
 * Command line of the unpackaged app on one instance with one profile.
 *
 * @param {{ ccpUrl: string, userDataDir: string, app?: string, fakeMicrophone?: boolean, extra?: readonly string[] }} options
 * `app` is the app's folder, the checkout unless given; `fakeMicrophone` uses Chromium's beeping stand-in
 * @returns {string[]}
 */
export function appArguments({ ccpUrl, userDataDir, app = root, fakeMicrophone = false, extra = [] }) {
  return [
    app,
    // Chromium refuses to run its sandbox as root; development only, see docs/security.md.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(fakeMicrophone ? ['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'] : []),
    ...(ccpUrl === '' ? [] : [`--ccp-url=${ccpUrl}`]),
    `--user-data-dir=${userDataDir}`,
    ...extra,
  ];
}
