import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { App } from 'electron';
import type { LinkScheme } from '../../contract/link-state.js';
import type { LinkFacts } from './judge-link-owner.js';

/** Who opens links, as this system tells it. */
export interface LinkOwners {
  read(scheme: LinkScheme): Promise<LinkFacts>;
  /** Makes this app the one, as far as the system lets a program do so. */
  take(scheme: LinkScheme): Promise<void>;
}

type OwnersApp = Pick<App, 'isDefaultProtocolClient' | 'setAsDefaultProtocolClient' | 'getApplicationInfoForProtocol'>;

/** As `desktopName` in package.json. */
const desktopEntry = 'switchhook.desktop';
const toolLimitMs = 5_000;
const run = promisify(execFile);

/** The owners of this system. */
export function findLinkOwners(app: OwnersApp, platform = process.platform, env = process.env): LinkOwners {
  return platform === 'win32' || platform === 'darwin' ? createNativeOwners(app, platform) : createLinuxOwners(env);
}

/**
 * By the tools of the desktop.
 * Source: https://portland.freedesktop.org/doc/xdg-mime.html
 */
export function createLinuxOwners(env: NodeJS.ProcessEnv): LinkOwners {
  const mime = async (...args: readonly string[]): Promise<string> => {
    try {
      return (await run('xdg-mime', args, { env, timeout: toolLimitMs })).stdout;
    } catch {
      return '';
    }
  };
  return {
    async read(scheme) {
      const chosen = (await mime('query', 'default', `x-scheme-handler/${scheme}`)).trim();
      const registered = dataFolders(env).some((folder) => existsSync(join(folder, 'applications', desktopEntry)));
      return { registered, chosen, own: desktopEntry };
    },
    async take(scheme) {
      await mime('default', desktopEntry, `x-scheme-handler/${scheme}`);
    },
  };
}

/** Source: https://specifications.freedesktop.org/basedir-spec/latest/ */
function dataFolders({ XDG_DATA_HOME, XDG_DATA_DIRS }: NodeJS.ProcessEnv): readonly string[] {
  const own = XDG_DATA_HOME || join(homedir(), '.local', 'share');
  return [own, ...(XDG_DATA_DIRS || '/usr/local/share:/usr/share').split(':')];
}

/**
 * By Electron. On Windows the last word is the user's, in the system's own settings; what is written there ends the switches
 * before the link begins. Source: https://www.electronjs.org/docs/latest/api/app#appsetasdefaultprotocolclientprotocol-path-args
 */
function createNativeOwners(app: OwnersApp, platform: 'win32' | 'darwin'): LinkOwners {
  const how: [string?, string[]?] = platform === 'win32' ? [process.execPath, ['--']] : [];
  const own = 'Switchhook';
  return {
    async read(scheme) {
      if (app.isDefaultProtocolClient(scheme, ...how)) return { registered: true, chosen: own, own };
      const other = await app.getApplicationInfoForProtocol(`${scheme}://`).catch(() => null);
      return { registered: true, chosen: other?.name ?? '', own };
    },
    async take(scheme) {
      app.setAsDefaultProtocolClient(scheme, ...how);
    },
  };
}
