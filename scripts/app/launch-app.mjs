import { _electron } from '@playwright/test';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { appArguments } from './app-arguments.mjs';
import { languageEnvironment, languageSwitch } from './one-language.mjs';

const launchLimitMs = 20_000;

/**
 * Starts the app as built, driven by Playwright.
 *
 * @param {Parameters<typeof appArguments>[0] & { env?: Record<string, string>, executable?: string | undefined }} options
 * `executable` is an Electron in place of this machine's
 */
export async function launchApp({ env, executable = findExecutable(), ...options }) {
  const app = await _electron.launch({
    executablePath: executable,
    args: appArguments({ fakeMicrophone: true, ...options, extra: [languageSwitch, ...(options.extra ?? [])] }),
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...languageEnvironment, ...env }),
    // Playwright would otherwise pretend a light system over what the app decides.
    colorScheme: null,
    // Playwright turns the sandbox off by itself on Linux; for root app-arguments.mjs does.
    chromiumSandbox: true,
    timeout: launchLimitMs,
  });
  return app;
}

function findExecutable() {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  return electron.path;
}
