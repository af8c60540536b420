import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { readSettingsFile } from '../../../main/settings/settings-file.js';
import { openSettings } from '../../../main/settings/settings-keeper.js';
import { makeTemporaryFolder } from './temporary-folder.js';

const stored: { readonly name: string; readonly cwd: string; readonly set: readonly [string, unknown] }[] = [];
let diskTakes = true;

// The real store stands on Electron, which no unit test has.
vi.mock('electron-store', () => ({
  default: class {
    readonly #options: { readonly name: string; readonly cwd: string };
    constructor(options: { readonly name: string; readonly cwd: string }) {
      this.#options = options;
    }
    set(name: string, value: unknown): void {
      if (!diskTakes) throw new Error('ENOSPC: no space left on device');
      stored.push({ ...this.#options, set: [name, value] });
    }
  },
}));

beforeEach(() => {
  stored.length = 0;
  diskTakes = true;
});

function folderWith(text: string): string {
  const folder = makeTemporaryFolder();
  writeFileSync(join(folder, 'settings.json'), text);
  return folder;
}

describe('readSettingsFile', () => {
  it('finds nothing and no fault where there is no file', () => {
    expect(readSettingsFile(makeTemporaryFolder())).toEqual({ values: {}, problem: null });
  });

  it('reads what is stored', () => {
    expect(readSettingsFile(folderWith('{"theme":"dark"}'))).toEqual({ values: { theme: 'dark' }, problem: null });
  });

  it.each(['', '{"theme":', '[]', 'null', '"text"', '7'])('keeps a file that holds %j aside and says so', (text) => {
    const folder = folderWith(text);
    const { values, problem } = readSettingsFile(folder, new Date('2026-01-15T09:00:00.000Z'));
    const aside = 'settings.broken-2026-01-15T09-00-00-000Z.json';
    expect(values).toEqual({});
    expect(problem).toEqual({ kind: 'unreadableFile', name: aside });
    expect(readdirSync(folder)).toEqual([aside]);
    expect(readFileSync(join(folder, aside), 'utf8')).toBe(text);
  });

  it('says so when the file is there and cannot be read', () => {
    const folder = makeTemporaryFolder();
    mkdirSync(join(folder, 'settings.json'));
    expect(readSettingsFile(folder)).toMatchObject({ values: {}, problem: { kind: 'unreadableFile' } });
  });
});

describe('the settings of a run', () => {
  it.each(['http://example.my.connect.aws/', 'javascript:alert(1)', 'https://user:word@a.example/', 'file:///tmp/x'])(
    'do not take the address %s',
    async (ccpUrl) => {
      const folder = makeTemporaryFolder();
      const settings = openSettings(folder, {});
      expect(await settings.change({ ccpUrl })).toBe(false);
      expect(settings.values().ccpUrl).toBe('');
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it('take the simulator of this machine, but not in an installed build', () => {
    const file = '{"ccpUrl":"http://127.0.0.1:4000/ccp-v2/"}';
    expect(openSettings(folderWith(file), {}).values().ccpUrl).toBe('http://127.0.0.1:4000/ccp-v2/');
    const installed = openSettings(folderWith(file), {}, true);
    expect(installed.values().ccpUrl).toBe('');
    expect(installed.problems()).toEqual([{ kind: 'badValue', name: 'ccpUrl' }]);
  });

  it('let a switch win over what is stored and do not store it', () => {
    const folder = folderWith('{"ccpUrl":"https://stored.example/","theme":"dark"}');
    const settings = openSettings(folder, { ccpUrl: 'https://switch.example/' });
    expect(settings.values()).toMatchObject({ ccpUrl: 'https://switch.example/', theme: 'dark' });
    expect(stored).toEqual([]);
  });

  it('take and store a change, which wins over a switch from then on', async () => {
    const folder = makeTemporaryFolder();
    const settings = openSettings(folder, { ccpUrl: 'https://switch.example/' });
    await settings.change({ ccpUrl: 'https://chosen.example/' });
    expect(settings.values().ccpUrl).toBe('https://chosen.example/');
    expect(stored).toEqual([{ name: 'settings', cwd: folder, set: ['ccpUrl', 'https://chosen.example/'] }]);
    expect(settings.problems()).toEqual([]);
  });

  it('take a change for this run and say so when the disk refuses it', async () => {
    diskTakes = false;
    const settings = openSettings(makeTemporaryFolder(), {});
    await settings.change({ theme: 'dark' });
    expect(settings.values().theme).toBe('dark');
    expect(settings.problems()).toEqual([{ kind: 'notSaved', name: 'theme' }]);
  });

  it('tell of a broken file and of bad values together', () => {
    expect(openSettings(folderWith('{"theme":"blue"}'), {}).problems()).toEqual([{ kind: 'badValue', name: 'theme' }]);
    expect(openSettings(folderWith('{'), {}).problems()).toMatchObject([{ kind: 'unreadableFile' }]);
  });
});
