import { execFileSync } from 'node:child_process';
import type { ElectronApplication, Locator, Page } from '@playwright/test';
import { expect } from './phone-test.js';

const isToast = (page: Page): boolean => page.url().endsWith('/toast.html');

/** Every page of the app but that of the small window, which comes when it comes. */
export const pagesOf = (app: ElectronApplication): readonly Page[] => app.windows().filter((page) => !isToast(page));

/** The next page that opens, but for that of the small window, which comes when it comes. */
export function nextPageOf(app: ElectronApplication): Promise<Page> {
  return app.waitForEvent('window', async (page) => {
    // Until it has begun to load, a page has no address that says which it is.
    await page.waitForLoadState('domcontentloaded').catch(() => undefined);
    return !isToast(page);
  });
}

/** The page of the small window, which comes some seconds after the sign-in. */
export async function toastOf(app: ElectronApplication): Promise<Page> {
  return app.windows().find((page) => !page.isClosed() && isToast(page)) ?? app.waitForEvent('window', isToast);
}

export interface WindowState {
  readonly visible: boolean;
  readonly bounds: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** The small window as the desktop side sees it; null when there is none. */
export function toastWindow(app: ElectronApplication): Promise<WindowState | null> {
  return app.evaluate(({ BrowserWindow }) => {
    const found = BrowserWindow.getAllWindows().find((each) => !each.isResizable());
    return found === undefined ? null : { visible: found.isVisible(), bounds: found.getBounds() };
  });
}

/** Whether the small window is seen. */
export const isToastShown = async (app: ElectronApplication): Promise<boolean> =>
  (await toastWindow(app))?.visible === true;

/** Where something of the small window is on the display. */
async function placeOnDisplay(app: ElectronApplication, target: Locator) {
  const [window, box] = [await toastWindow(app), await target.boundingBox()];
  if (window === null || box === null) throw new Error('It is not shown');
  const { x, y } = window.bounds;
  return { x: Math.round(x + box.x + box.width / 2), y: Math.round(y + box.y + box.height / 2) };
}

/** Clicks as a hand does: with the pointer of the display, on whatever lies on top there. */
export async function clickOnDisplay(app: ElectronApplication, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  const { x, y } = await placeOnDisplay(app, target);
  execFileSync('xdotool', ['mousemove', `${x}`, `${y}`, 'click', '1']);
}

/** Drags with the pointer of the display. */
export async function dragOnDisplay(app: ElectronApplication, target: Locator, dx: number, dy: number): Promise<void> {
  const { x, y } = await placeOnDisplay(app, target);
  const steps = [1, 2, 3].flatMap((step) => [
    'mousemove',
    `${x + (dx * step) / 3}`,
    `${y + (dy * step) / 3}`,
    'sleep',
    '0.05',
  ]);
  execFileSync('xdotool', ['mousemove', `${x}`, `${y}`, 'mousedown', '1', 'sleep', '0.05', ...steps, 'mouseup', '1']);
}
