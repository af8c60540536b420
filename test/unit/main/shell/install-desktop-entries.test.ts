import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'electron';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Settings, settingsSchema } from '../../../../contract/settings.js';
import { installDesktopEntries } from '../../../../main/shell/install-desktop-entries.js';
import { makeTemporaryFolder } from '../temporary-folder.js';

afterEach(() => void vi.unstubAllEnvs());

function start({ packaged = true, startAtLogin = false } = {}) {
  const home = makeTemporaryFolder();
  vi.stubEnv('XDG_CONFIG_HOME', home);
  const listeners: ((settings: Settings) => void)[] = [];
  const values = settingsSchema.parse({ startAtLogin });
  const links = installDesktopEntries({
    app: { isPackaged: packaged } as App,
    settings: {
      values: () => values,
      onChange(listener) {
        listeners.push(listener);
        return () => undefined;
      },
    },
    log: { write: () => undefined },
  });
  const entry = join(home, 'autostart', 'switchhook.desktop');
  return {
    links,
    entry,
    choose(change: Partial<Settings>) {
      for (const listener of listeners) listener({ ...values, ...change });
    },
  };
}

describe.skipIf(process.platform !== 'linux')('a start at login', () => {
  it('is written when the agent chooses it, and removed again', async () => {
    const { entry, choose } = start();
    expect(existsSync(entry)).toBe(false);
    choose({ startAtLogin: true });
    await vi.waitFor(() => expect(existsSync(entry)).toBe(true));
    const text = readFileSync(entry, 'utf8');
    expect(text).toContain('Comment=Starts the phone');
    expect(text).not.toContain('--recover');
    choose({ startAtLogin: false });
    await vi.waitFor(() => expect(existsSync(entry)).toBe(false));
  });

  it('is no matter of other choices, nor of a checkout', async () => {
    const packaged = start({ startAtLogin: true });
    packaged.choose({ theme: 'dark', startAtLogin: true });
    const checkout = start({ packaged: false });
    checkout.choose({ startAtLogin: true });
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect([existsSync(packaged.entry), existsSync(checkout.entry)]).toEqual([false, false]);
  });
});

describe('the links of a checkout', () => {
  it('are nobody’s to take', async () => {
    const { links } = start({ packaged: false });
    for (const states of [await links.read(), await links.take()]) {
      expect(new Set(states.map(({ owner }) => owner.kind))).toEqual(new Set(['notRegistered']));
    }
  });
});
