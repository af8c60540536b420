import { EventEmitter } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openWindowPlace } from '../../../../main/windows/window-place.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';

const least = { width: 320, height: 512 };
const screen = () => [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }];
const bounds = { x: 40, y: 50, width: 900, height: 700 };

/** A window that is where it is told to be. */
function createWindow() {
  const window = Object.assign(new EventEmitter(), {
    place: bounds,
    minimized: false,
    maximized: false,
    isDestroyed: () => false,
    isMinimized: () => window.minimized,
    isMaximized: () => window.maximized,
    getNormalBounds: () => window.place,
  });
  return window;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the place of the window', () => {
  it('is not known at first, and nothing is written at the start', () => {
    const folder = makeTemporaryFolder();
    const place = openWindowPlace(folder, screen);
    place.follow(createWindow() as unknown as BrowserWindow);
    vi.advanceTimersByTime(60_000);
    expect([place.bounds(least), place.maximized(), existsSync(join(folder, 'window-place.json'))]).toEqual([
      null,
      false,
      false,
    ]);
  });

  it('is written once a move is over, and found by the next start', () => {
    const folder = makeTemporaryFolder();
    const window = createWindow();
    openWindowPlace(folder, screen).follow(window as unknown as BrowserWindow);
    for (let step = 0; step < 100; step += 1) {
      window.place = { ...bounds, x: step };
      window.emit('move');
      vi.advanceTimersByTime(10);
    }
    expect(existsSync(join(folder, 'window-place.json'))).toBe(false);
    vi.advanceTimersByTime(500);
    expect(openWindowPlace(folder, screen).bounds(least)).toEqual({ ...bounds, x: 99 });
  });

  it('is kept when the window is closed, maximised with the size it has otherwise', () => {
    const folder = makeTemporaryFolder();
    const window = createWindow();
    openWindowPlace(folder, screen).follow(window as unknown as BrowserWindow);
    window.maximized = true;
    window.emit('close');
    const next = openWindowPlace(folder, screen);
    expect([next.bounds(least), next.maximized()]).toEqual([bounds, true]);
  });

  it('is no place of a window that is minimised', () => {
    const folder = makeTemporaryFolder();
    const window = createWindow();
    openWindowPlace(folder, screen).follow(window as unknown as BrowserWindow);
    window.minimized = true;
    window.emit('move');
    vi.advanceTimersByTime(500);
    expect(existsSync(join(folder, 'window-place.json'))).toBe(false);
  });

  it.each([
    '',
    'nonsense',
    '[]',
    '{"x":1}',
    '{"x":1e9,"y":0,"width":1,"height":1,"maximized":false}',
    '{"x":0,"y":0,"width":-5,"height":1,"maximized":false}',
  ])('is forgotten when the file holds none: %s', (text) => {
    const folder = makeTemporaryFolder();
    writeFileSync(join(folder, 'window-place.json'), text);
    expect(openWindowPlace(folder, screen).bounds(least)).toBeNull();
    expect(readFileSync(join(folder, 'window-place.json'), 'utf8')).toBe(text);
  });

  it('is lost on a profile that takes nothing, and nothing else is', () => {
    const window = createWindow();
    const place = openWindowPlace(makeUnwritableFolder(), screen);
    place.follow(window as unknown as BrowserWindow);
    window.emit('move');
    vi.advanceTimersByTime(500);
    expect(place.bounds(least)).toEqual(bounds);
  });
});
