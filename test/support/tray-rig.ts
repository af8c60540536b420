import { existsSync } from 'node:fs';
import { desktopPackages } from '../../scripts/setup/system-libraries.mjs';

/** Whether this machine has what the tray of the tests is made of; a set-up without a display installs it. */
export const hasTrayRig = process.platform === 'linux' && desktopPackages.every(({ proof }) => existsSync(proof));
export const noTrayRig = 'The tray of the tests needs dbus, util-linux and python3-jeepney, which Linux has';
