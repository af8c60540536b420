import type { SessionBus } from '../os/session-bus.js';
import type { TrayHost } from './tray-host.js';

/** Source: https://www.freedesktop.org/wiki/Specifications/StatusNotifierItem/StatusNotifierWatcher/ */
const watcher = 'org.kde.StatusNotifierWatcher';

const rules = [
  `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${watcher}'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostRegistered'`,
  `type='signal',interface='${watcher}',member='StatusNotifierHostUnregistered'`,
];
const newsOfHosts: ReadonlySet<string> = new Set([
  'NameOwnerChanged',
  'StatusNotifierHostRegistered',
  'StatusNotifierHostUnregistered',
]);

/**
 * Whether a desktop of Linux shows tray icons: somebody watches over them, and somebody shows them. Electron does not
 * tell, and an icon that nobody shows leaves a hidden app out of reach. Resolves when the first answer is there.
 */
export async function followTrayHost(bus: SessionBus): Promise<TrayHost> {
  const listeners = new Set<(there: boolean) => void>();
  let isThere = false;
  let asked = 0;

  async function ask(): Promise<void> {
    asked += 1;
    const question = asked;
    const body = await bus.call({
      destination: watcher,
      path: '/StatusNotifierWatcher',
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      body: [watcher, 'IsStatusNotifierHostRegistered'],
    });
    // A later question knows better.
    if (question === asked) become(body?.[0] === true);
  }

  function become(there: boolean): void {
    if (there === isThere) return;
    isThere = there;
    for (const listener of listeners) listener(there);
  }

  bus.onSignal(rules, ({ member }) => {
    if (member !== null && newsOfHosts.has(member)) void ask();
  });
  bus.onClosed(() => {
    asked += 1;
    become(false);
  });
  await ask();
  return { there: () => isThere, onChange: (listener) => void listeners.add(listener) };
}
