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

test.describe('without an address', () => {
  test.use({ ccpUrl: '' });

  test('the agent gives one, and it is still known at the next start', async ({ simulator, app, phone, profile }) => {
    await phone.getByRole('textbox', { name: 'Address of the Contact Control Panel' }).fill('nonsense');
    await phone.getByRole('button', { name: 'Continue' }).click();
    await expect(phone.getByText(/Enter an address that begins with https/)).toBeVisible();
    const opened = app.waitForEvent('window');
    await phone.getByRole('textbox', { name: 'Address of the Contact Control Panel' }).fill(simulator.ccpUrl);
    await phone.getByRole('button', { name: 'Continue' }).click();
    await expect((await opened).getByRole('button', { name: 'Status: Available' })).toBeVisible();
    const ended = new Promise((resolve) => app.process().once('exit', resolve));
    app.process().kill('SIGTERM');
    await ended;

    const again = await launchApp({ ccpUrl: '', userDataDir: profile });
    const window = await again.firstWindow();
    await expect(window.getByRole('button', { name: 'Status: Offline' })).toBeVisible();
    await killed(again.process());
  });
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
