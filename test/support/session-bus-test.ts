import { test as phoneTest } from './phone-test.js';
import { type SessionBus, startSessionBus } from './session-bus.js';

export interface SessionBusFixtures {
  /** The session bus of the app. What a test puts on it must be there before `app` is asked for, or come later on purpose. */
  readonly sessionBus: SessionBus;
}

/** Tests of the app on a desktop that speaks over a session bus: its tray, its notifications. */
export const test = phoneTest.extend<SessionBusFixtures>({
  sessionBus: async ({ browserName: _none }, use) => {
    const bus = await startSessionBus();
    await use(bus);
    await bus.stop();
  },
  environment: async ({ sessionBus }, use) => use({ DBUS_SESSION_BUS_ADDRESS: sessionBus.address }),
});
