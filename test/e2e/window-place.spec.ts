import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { expect, killed, test } from '../support/phone-test.js';

test('the window comes back where it was, and never where no display is', async ({ simulator, profile }) => {
  const file = join(profile, 'window-place.json');
  const start = async () => {
    const app = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile });
    const window = await app.browserWindow(await app.firstWindow());
    await expect.poll(() => window.evaluate((it) => it.isVisible())).toBe(true);
    return { app, window, bounds: () => window.evaluate((it) => it.getBounds()) };
  };
  const first = await start();
  try {
    await first.window.evaluate((it) => it.setBounds({ x: 60, y: 40, width: 900, height: 650 }));
    await expect.poll(() => existsSync(file) && readFileSync(file, 'utf8').includes('"width":900')).toBe(true);
  } finally {
    await killed(first.app.process());
  }
  const second = await start();
  expect(await second.bounds()).toEqual({ x: 60, y: 40, width: 900, height: 650 });
  await killed(second.app.process());
  writeFileSync(file, JSON.stringify({ x: 9_000, y: -3_000, width: 900, height: 650, maximized: false }));
  const third = await start();
  const area = await third.app.evaluate(({ screen }) => screen.getPrimaryDisplay().workArea);
  const seen = await third.bounds();
  await killed(third.app.process());
  expect(seen).toMatchObject({ width: 900, height: 650 });
  expect([seen.x >= 0, seen.x + 900 <= area.width, seen.y]).toEqual([true, true, 0]);
});
