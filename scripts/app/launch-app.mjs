import { _electron } from '@playwright/test';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';
import { appArguments } from './app-arguments.mjs';

const launchLimitMs = 20_000;

/**
 * Starts the app as built, driven by Playwright.
 *
 * @param {Parameters<typeof appArguments>[0] & { env?: Record<string, string> }} options
 */
export async function launchApp({ env, ...options }) {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  const app = await _electron.launch({
    executablePath: electron.path,
    // One language for all, as controls are found by their names.
    args: appArguments({ fakeMicrophone: true, ...options, extra: ['--lang=en-US', ...(options.extra ?? [])] }),
    env: /** @type {Record<string, string>} */ ({ ...process.env, ...env }),
    // Playwright would otherwise pretend a light system over what the app decides.
    colorScheme: null,
    // Playwright turns the sandbox off by itself on Linux; for root app-arguments.mjs does.
    chromiumSandbox: true,
    timeout: launchLimitMs,
  });
  return app;
}
