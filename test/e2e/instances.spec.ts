import { join } from 'node:path';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { startSimulator } from '../../simulator/simulator.js';
import { expect, killed, test } from '../support/phone-test.js';

test('two apps with profiles of their own work side by side', async ({ simulator, phone, profile }) => {
  const other = await startSimulator({ assetsDir: join(import.meta.dirname, '../../dist/simulator/page') });
  const app = await launchApp({ ccpUrl: other.ccpUrl, userDataDir: join(profile, 'second') });
  try {
    const second = await app.firstWindow();
    await expect(second.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    simulator.control.ring({ attributes: { customerName: 'For the first' } });
    await expect(phone.getByRole('heading', { name: 'For the first' })).toBeVisible();
    await expect(second.getByRole('button', { name: 'Answer' })).toHaveCount(0);
  } finally {
    await killed(app.process());
    await other.stop();
  }
});

test('the simulator serves a bare Streams page as well', async ({ simulator, profile }) => {
  const bare = await launchApp({
    app: join(import.meta.dirname, '../../dist/bare'),
    ccpUrl: simulator.ccpUrl,
    userDataDir: join(profile, 'bare'),
  });
  const page = await bare.firstWindow();
  await expect(page.locator('#state')).toHaveText('ready: Available');
  await killed(bare.process());
});
