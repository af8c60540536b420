import { test as base } from '@playwright/test';
import { ensureDisplay } from '../../scripts/setup/display.mjs';

/**
 * The start of every end-to-end test: a worker draws on a virtual display of its own where there is none. The clipboard
 * and the focus belong to a display, and an app that ends takes what it copied along.
 */
export const test = base.extend<object, { readonly display: string | undefined }>({
  display: [
    async ({ browserName: _none }, use) => {
      // Nor is anything shown to, or asked of, the desktop of whoever runs them.
      if (process.platform === 'linux') process.env.DBUS_SESSION_BUS_ADDRESS = 'disabled:';
      const { env, stop } = await ensureDisplay();
      if (env.DISPLAY !== undefined) process.env.DISPLAY = env.DISPLAY;
      await use(env.DISPLAY);
      await stop();
    },
    { scope: 'worker', auto: true },
  ],
});
