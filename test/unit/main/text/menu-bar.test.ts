import { describe, expect, it } from 'vitest';
import { type MenuEntry, menuBar } from '../../../../main/text/menu-bar.js';

const SYSTEMS = ['darwin', 'win32', 'linux'] as const;

function entriesOf(platform: NodeJS.Platform, packaged: boolean): readonly MenuEntry[] {
  return menuBar(platform, packaged)
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry !== null);
}

describe.each(SYSTEMS)('the menu bar on %s', (platform) => {
  it('has no shortcut that reloads the page, as the page holds the call', () => {
    for (const packaged of [true, false]) {
      for (const { role, accelerator = '' } of entriesOf(platform, packaged)) {
        expect(role).not.toMatch(/reload/i);
        expect(accelerator).not.toMatch(/\+R$|F5/i);
      }
    }
  });

  it('has no developer tools in an installed build', () => {
    expect(entriesOf(platform, true).map(({ role }) => role)).not.toContain('toggleDevTools');
    expect(entriesOf(platform, false).map(({ role }) => role)).toContain('toggleDevTools');
  });

  it('edits text and zooms', () => {
    expect(entriesOf(platform, true).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll']),
    );
    expect(entriesOf(platform, true).map(({ role }) => role)).toEqual(
      expect.arrayContaining(['zoomIn', 'zoomOut', 'resetZoom']),
    );
  });
});

describe('the menu bar', () => {
  it('has its columns in the order of the system', () => {
    const words = (platform: NodeJS.Platform) => menuBar(platform, true).map(({ word }) => word);
    expect(words('darwin')).toEqual([null, 'edit', 'view', 'window', 'help']);
    expect(words('win32')).toEqual(['edit', 'view', 'window', 'help']);
  });

  it('closes and quits by a shortcut on macOS only, where it is a habit', () => {
    const roles = (platform: NodeJS.Platform) => entriesOf(platform, true).map(({ role }) => role);
    expect(roles('darwin')).toEqual(expect.arrayContaining(['close', 'quit']));
    for (const role of ['close', 'quit']) expect(roles('linux')).not.toContain(role);
  });
});
