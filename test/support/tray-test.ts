import { expect } from './phone-test.js';
import { test as sessionBusTest } from './session-bus-test.js';
import { type ShownIcon, type ShownLine, startTrayHost, type TrayHostRig } from './tray-host.js';

export interface TrayFixtures {
  /** Whether the desktop shows icons when the app starts. */
  readonly showsIcons: boolean;
  readonly trayHost: TrayHostRig;
}

/** Tests of the app on a desktop with a tray. */
export const test = sessionBusTest.extend<TrayFixtures>({
  showsIcons: [true, { option: true }],
  trayHost: async ({ sessionBus, showsIcons }, use) => {
    const host = await startTrayHost(sessionBus.address);
    if (showsIcons) await host.appear();
    await use(host);
    await host.stop();
  },
  // The desktop is there before the app is.
  environment: async ({ sessionBus, trayHost: _there }, use) =>
    use({ DBUS_SESSION_BUS_ADDRESS: sessionBus.address, XDG_CURRENT_DESKTOP: 'KDE' }),
});

/** Resolves with the icon once its tooltip is this. */
export async function awaitToolTip(host: TrayHostRig, says: RegExp): Promise<ShownIcon> {
  await expect.poll(async () => (await host.read())?.toolTip[0], { timeout: 10_000 }).toMatch(says);
  const icon = await host.read();
  if (icon === null) throw new Error('The icon is gone');
  return icon;
}

/** The labels of a menu; a line between groups is '-'. */
export const labelsOf = (lines: readonly ShownLine[]): readonly string[] =>
  lines.map(({ label, type }) => (type === 'separator' ? '-' : label));
