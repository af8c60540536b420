import type { ElectronApplication, Page } from '@playwright/test';
import { nextPageOf } from './toast-page.js';

/** Signs in as the agent would: by the button, at the simulator's own sign-in page in its window. */
export async function signInAs(app: ElectronApplication, phone: Page, username: string): Promise<void> {
  const [window] = await Promise.all([
    nextPageOf(app),
    phone.getByRole('button', { name: 'Sign in', exact: true }).click(),
  ]);
  await window.getByLabel('Username').fill(username);
  await window.getByRole('button', { name: 'Sign in' }).click();
}
