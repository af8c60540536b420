import { mkdtempSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { ElectronApplication, Fixtures, Frame, PlaywrightWorkerOptions } from '@playwright/test';
import type { MenuItem } from 'electron';
import { test as oneAppTest } from './one-app-test.js';
import { expect, type PhoneFixtures, type PhoneOptions, test as phoneTest } from './phone-test.js';

/** What the desktop was asked to do. It is noted in the place of doing it, as nobody could close what opens. */
export interface Desktop {
  readonly inBrowser: string[];
  readonly inFolder: string[];
  readonly opened: string[];
}

declare global {
  var desktop: Desktop & { menu: MenuItem[] | null };
}

export interface DesktopFixtures {
  /** The app with a desktop that takes notes. */
  readonly desktopApp: ElectronApplication;
  /** Where files from the panel go. */
  readonly downloads: string;
  /** The panel's frame. */
  readonly panel: Frame;
  /** Serves at an origin of its own on this machine, until the test is over; resolves with the origin. */
  readonly serve: (listener: RequestListener, port?: number) => Promise<string>;
}

type Given = Pick<PhoneFixtures, 'app' | 'phone' | 'profile' | 'simulator'> & Pick<PhoneOptions, 'ccpUrl'>;

const fixtures: Fixtures<DesktopFixtures, object, Given, PlaywrightWorkerOptions> = {
  serve: async ({ browserName: _none }, use) => {
    const servers: Server[] = [];
    await use(async (listener, port = 0) => {
      const server = createServer(listener);
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
      return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  },

  downloads: async ({ profile }, use) => use(mkdtempSync(join(profile, 'downloads-'))),

  desktopApp: async ({ app, downloads }, use) => {
    await app.evaluate(({ app, Menu, shell }, folder) => {
      globalThis.desktop = { menu: null, inBrowser: [], inFolder: [], opened: [] };
      const { desktop } = globalThis;
      app.setPath('downloads', folder);
      Menu.prototype.popup = function () {
        desktop.menu = this.items;
      };
      shell.openExternal = async (address) => void desktop.inBrowser.push(address);
      shell.showItemInFolder = (path) => void desktop.inFolder.push(path);
      shell.openPath = async (path) => `noted as ${desktop.opened.push(path)}`;
    }, downloads);
    await use(app);
  },

  panel: async ({ desktopApp: _noting, phone, simulator, ccpUrl }, use) => {
    const address = ccpUrl ?? simulator.ccpUrl;
    const found = () => phone.frames().find((frame) => frame.url().startsWith(address));
    await expect.poll(() => found() !== undefined).toBe(true);
    const panel = found();
    if (panel === undefined) throw new Error('The page has no panel');
    await panel.waitForLoadState();
    await use(panel);
  },
};

/** Tests of what the app does with the desktop around it. */
export const test = phoneTest.extend<DesktopFixtures>(fixtures);

/** The same on an app that serves them all. */
export const oneAppDesktopTest = oneAppTest.extend<DesktopFixtures>(fixtures);

/** Puts markup on top of a page or frame. */
export async function put(frame: Pick<Frame, 'evaluate'>, markup: string): Promise<void> {
  await frame.evaluate((html) => {
    const place = document.createElement('div');
    place.style.cssText = 'position: fixed; inset: 0 0 auto; z-index: 9999; background: white; color: black';
    place.innerHTML = html;
    document.body.append(place);
  }, markup);
}

/** The labels of the menu that the last right click opened; null when there was none. */
export function shownMenu(app: ElectronApplication): Promise<readonly string[] | null> {
  return app.evaluate(() => globalThis.desktop.menu?.map(({ label }) => label || '-') ?? null);
}

/** Chooses a line of that menu, which closes it. */
export async function choose(app: ElectronApplication, label: string): Promise<void> {
  await expect.poll(() => shownMenu(app)).toContain(label);
  await app.evaluate((_electron, wanted) => {
    const { desktop } = globalThis;
    desktop.menu?.find((item) => item.label === wanted)?.click();
    desktop.menu = null;
  }, label);
}

/** What the desktop was asked to do so far. */
export function noted(app: ElectronApplication): Promise<Desktop> {
  return app.evaluate(() => {
    const { inBrowser, inFolder, opened } = globalThis.desktop;
    return { inBrowser, inFolder, opened };
  });
}
