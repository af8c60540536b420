import type { PresenceGate, UpdateOutcome } from './gate.js';

/** What installs a new version; electron-updater's `autoUpdater` is one. */
export interface Updater {
  quitAndInstall(): void;
}

/**
 * The only way to install a new version: through the gate, which calls the updater once Offline is confirmed. An updater
 * that is called by itself closes the windows first, so that nothing is left to go Offline with.
 * Source: https://www.electronjs.org/docs/latest/api/auto-updater#autoupdaterquitandinstall
 */
export function leaveForUpdate(gate: Pick<PresenceGate, 'askUpdate'>, updater: Updater): UpdateOutcome {
  return gate.askUpdate(() => updater.quitAndInstall());
}
