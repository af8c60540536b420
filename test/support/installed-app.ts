import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { killAllOn } from '../../scripts/app/kill-app.mjs';
import { languageEnvironment, languageSwitch } from '../../scripts/app/one-language.mjs';
import { electronVersion, findElectron } from '../../scripts/electron.mjs';
import { makePackage } from '../../scripts/package/make-package.mjs';
import { linkPackages } from '../../scripts/setup/system-libraries.mjs';
import { instanceHost, startCompanyNetwork } from './company-network.js';
import { test as base } from './phone-test.js';

/** Whether this machine can open links as a Linux desktop does. */
export const opensLinks = process.platform === 'linux' && linkPackages.every(({ proof }) => existsSync(proof));

/** A packaged app, installed for a user of its own, on the simulator. */
export interface InstalledApp {
  /** What that user's programs find in their environment. */
  readonly env: NodeJS.ProcessEnv;
  /** The folder of that user's desktop entries. */
  readonly applications: string;
  /** Runs a tool of the desktop as that user; resolves with its output. */
  readonly run: (command: string, ...args: readonly string[]) => string;
  /** Opens a link by a tool of the desktop, which waits for an app that it starts; resolves with the exit code. */
  readonly open: (link: string, ...command: readonly string[]) => Promise<number | null>;
}

const packed = base.extend<object, { readonly packedApp: string }>({
  packedApp: [
    async ({ browserName: _none }, use) => {
      const output = mkdtempSync(join(tmpdir(), 'switchhook-packed-'));
      const electron = findElectron();
      if (!electron.ok) throw new Error(electron.message);
      await makePackage(dirname(electron.path), electronVersion(electron.path), output);
      await use(join(output, 'linux-unpacked'));
      rmSync(output, { recursive: true, force: true });
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** Tests of the packaged app as the desktop starts it. Nothing drives it but links, keys and Connect. */
export const test = packed.extend<{ readonly installed: InstalledApp }>({
  installed: async ({ packedApp, simulator, profile, display }, use) => {
    const network = await startCompanyNetwork(Number(new URL(simulator.ccpUrl).port));
    const home = mkdtempSync(join(tmpdir(), 'switchhook-home-'));
    const env = {
      PATH: process.env.PATH,
      DISPLAY: display,
      HOME: home,
      XDG_DATA_HOME: join(home, 'data'),
      XDG_CONFIG_HOME: join(home, 'config'),
      XDG_DATA_DIRS: join(home, 'none'),
      XDG_CONFIG_DIRS: join(home, 'none'),
      LANG: 'C.UTF-8',
      ...languageEnvironment,
    };
    writeFileSync(
      join(profile, 'settings.json'),
      JSON.stringify({ ccpUrl: `https://${instanceHost}/ccp-v2/`, confirmLinks: false, guardian: false }),
    );
    const switches = [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--user-data-dir=${profile}`,
      languageSwitch,
      network.proxySwitch,
      // The simulator's certificate has no authority that anybody knows.
      '--ignore-certificate-errors',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ];
    const entry = readFileSync(join(packedApp, 'switchhook.desktop'), 'utf8');
    const applications = join(home, 'data', 'applications');
    mkdirSync(applications, { recursive: true });
    mkdirSync(join(home, 'config'));
    writeFileSync(
      join(applications, 'switchhook.desktop'),
      entry.replace(/^Exec=\S+/m, `Exec=${join(packedApp, 'switchhook')} ${switches.join(' ')}`),
    );
    const run = (command: string, ...args: readonly string[]) => execFileSync(command, args, { env, encoding: 'utf8' });
    run('update-desktop-database', applications);
    await use({
      env,
      applications,
      run,
      open: (link, command = 'xdg-open', ...args) =>
        new Promise((resolve, reject) => {
          const child = spawn(command, [...args, link], { env, stdio: 'ignore' });
          child.once('error', reject);
          child.once('exit', resolve);
        }),
    });
    killAllOn(profile);
    await network.stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  },
});
