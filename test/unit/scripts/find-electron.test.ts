import { describe, expect, it } from 'vitest';
import { cacheFolder } from '../../../scripts/setup/cache-folder.mjs';
import { chooseElectron } from '../../../scripts/setup/find-electron.mjs';

const places = { fromEnvironment: undefined, fromPackage: '/package/electron', fromCache: '/cache/electron' };
const only =
  (...paths: string[]) =>
  (path: string) =>
    paths.includes(path);

describe('chooseElectron', () => {
  it('takes the named executable before all others', () => {
    const named = { ...places, fromEnvironment: '/named/electron', exists: () => true };
    expect(chooseElectron(named)).toEqual({ ok: true, path: '/named/electron', source: 'environment' });
  });

  it('does not silently take another when the named one is missing', () => {
    const named = { ...places, fromEnvironment: '/named/electron', exists: only('/package/electron') };
    expect(chooseElectron(named)).toMatchObject({ ok: false, reason: 'environment-path-missing' });
  });

  it("prefers the electron package's own download to the cache", () => {
    expect(chooseElectron({ ...places, exists: () => true })).toMatchObject({ source: 'package' });
    expect(chooseElectron({ ...places, exists: only('/cache/electron') })).toMatchObject({ source: 'cache' });
    expect(chooseElectron({ ...places, fromPackage: undefined, exists: () => true })).toMatchObject({
      source: 'cache',
    });
  });

  it('says so when there is none', () => {
    expect(chooseElectron({ ...places, exists: () => false })).toMatchObject({ ok: false, reason: 'not-set-up' });
  });
});

describe('cacheFolder', () => {
  it('follows the environment, an empty variable counting as none', () => {
    expect(cacheFolder({ SWITCHHOOK_CACHE: '/mine', XDG_CACHE_HOME: '/xdg' })).toBe('/mine');
    expect(cacheFolder({ SWITCHHOOK_CACHE: '', XDG_CACHE_HOME: '/xdg' })).toMatch(/xdg.switchhook$/);
    expect(cacheFolder({})).toMatch(/\.cache.switchhook$/);
  });
});
