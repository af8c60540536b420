import { homedir } from 'node:os';
import type { App } from 'electron';
import { type LinkScheme, type LinkState, linkSchemes } from '../../contract/link-state.js';
import type { Settings } from '../../contract/settings.js';
import type { Log } from '../app/log.js';
import { withoutErrands } from '../errands/read-command-line.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';

export interface DesktopEntriesDeps {
  readonly app: App;
  readonly settings: Pick<SettingsKeeper, 'values' | 'onChange'>;
  readonly log: Log;
}

/** What the page may ask of how the system knows the app. */
export interface LinkDesk {
  read(): Promise<readonly LinkState[]>;
  /** Makes the app the one for telephone links, as far as the system lets it. */
  take(): Promise<readonly LinkState[]>;
}

/**
 * Keeps what the system is told of an installed app: that it starts at login when the agent chose so, and that our own links
 * are its. Telephone links are another program's until the agent takes them. Nothing of it is loaded before it is needed.
 */
export function installDesktopEntries({ app, settings, log }: DesktopEntriesDeps): LinkDesk {
  async function keepLoginStart({ startAtLogin }: Pick<Settings, 'startAtLogin'>): Promise<void> {
    const [{ findLoginStart }, { startEntry }] = await Promise.all([
      import('../os/login-start.js'),
      import('../os/describe-login-start.js'),
    ]);
    const place = { platform: process.platform, home: homedir(), env: process.env };
    const entry = findLoginStart(place, (what) => log.write('login-start-failed', { what }), startEntry);
    const args = withoutErrands(process.argv.slice(1));
    if (startAtLogin) entry.write({ command: process.execPath, args, cwd: process.cwd() });
    else entry.remove();
  }

  async function read(): Promise<readonly LinkState[]> {
    if (!app.isPackaged) return linkSchemes.map((scheme) => ({ scheme, owner: { kind: 'notRegistered' } }));
    const [{ findLinkOwners }, { judgeLinkOwner }] = await loadOwners();
    const owners = findLinkOwners(app);
    return Promise.all(
      linkSchemes.map(async (scheme) => ({ scheme, owner: judgeLinkOwner(await owners.read(scheme)) })),
    );
  }

  async function take(schemes: readonly LinkScheme[]): Promise<readonly LinkState[]> {
    if (app.isPackaged) {
      const [{ findLinkOwners }] = await loadOwners();
      const owners = findLinkOwners(app);
      for (const scheme of schemes) await owners.take(scheme);
    }
    return read();
  }

  if (app.isPackaged) {
    let former = settings.values().startAtLogin;
    settings.onChange((values) => {
      if (values.startAtLogin !== former) void keepLoginStart(values);
      former = values.startAtLogin;
    });
    // An update may have moved the program.
    if (former) setTimeout(() => void keepLoginStart(settings.values()), afterStartMs).unref();
    // A desktop file says it on Linux.
    if (process.platform !== 'linux') setTimeout(() => void take(['switchhook']), afterStartMs).unref();
  }
  return { read, take: () => take(linkSchemes) };
}

/** When the window has long been there. */
const afterStartMs = 10_000;

const loadOwners = () => Promise.all([import('../os/link-owners.js'), import('../os/judge-link-owner.js')]);
