import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { expect, killed, test } from '../support/phone-test.js';

const bounds = (app: ElectronApplication) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds());

test('the window comes back where it was, and never where no display is', async ({ simulator, profile }) => {
  const file = join(profile, 'window-place.json');
  const start = async () => {
    const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
    await app.firstWindow();
    const isVisible = () => app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible());
    await expect.poll(isVisible).toBe(true);
    return app;
  };
  const first = await start();
  try {
    await first.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.setBounds({ x: 60, y: 40, width: 900, height: 650 }),
    );
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('"width":900')).toBe(true);
  } finally {
    await killed(first.process());
  }
  const second = await start();
  expect(await bounds(second)).toEqual({ x: 60, y: 40, width: 900, height: 650 });
  await killed(second.process());
  writeFileSync(file, JSON.stringify({ x: 9_000, y: -3_000, width: 900, height: 650, maximized: false }));
  const third = await start();
  const area = await third.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const seen = await bounds(third);
  await killed(third.process());
  expect(seen).toMatchObject({ width: 900, height: 650 });
  expect([(seen?.x ?? -1) >= 0, (seen?.x ?? 0) + 900 <= area.width, seen?.y]).toEqual([true, true, 0]);
});
