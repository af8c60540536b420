import type { BusMessage } from '../os/dbus-message.js';
import type { SessionBus } from '../os/session-bus.js';
import type { NoticeAnswer, NoticeBoard, NoticeText } from './notice-board.js';

/** Source: https://specifications.freedesktop.org/notification-spec/latest/ */
const service = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
  // Many desktops start it with the first notification.
  startsIt: true,
} as const;
const rule = `type='signal',sender='${service.destination}',interface='${service.interface}'`;
const urgencies = { normal: 1, critical: 2 } as const;
const staysMs = 0;
/** What a click on the notification itself is called. */
const defaultAction = 'default';

export interface DesktopNoticeDeps {
  connect(): Promise<SessionBus | null>;
  /** Name of the app's desktop file, without its ending. */
  readonly desktopEntry: string;
  /** What a click on the notification does, for desktops that show it as a button. */
  readonly openLabel: string;
  record(event: string, facts: Readonly<Record<string, string>>): void;
}

interface Shown {
  /** The desktop's number of it; 0 until it has told. */
  id: number;
  /** Who showed it; answers of anybody else are not believed. */
  owner: string | null;
  withdrawn: boolean;
  answered(answer: NoticeAnswer): void;
}

interface Desktop {
  readonly bus: SessionBus;
  readonly readsMarkup: boolean;
}

/**
 * Notifications of a Linux desktop, asked for over the session bus. Electron's own wait for the desktop and stop the main
 * process meanwhile, for minutes where no desktop answers (https://github.com/electron/electron/issues/48753), and have no
 * buttons.
 */
export function createDesktopNoticeBoard(deps: DesktopNoticeDeps): NoticeBoard {
  const shown = new Map<string, Shown>();
  let desktop: Promise<Desktop | null> | null = null;

  function signal({ sender, interface: from, member, body }: BusMessage): void {
    if (from !== service.interface) return;
    const [id, key] = body;
    for (const [name, notice] of shown) {
      if (notice.id !== id || notice.owner !== sender) continue;
      if (member === 'NotificationClosed') shown.delete(name);
      if (member !== 'ActionInvoked') continue;
      notice.answered(key === defaultAction ? { kind: 'open' } : { kind: 'action', id: String(key) });
    }
  }

  function closed(): void {
    desktop = null;
    shown.clear();
  }

  async function connect(): Promise<Desktop | null> {
    const bus = await deps.connect();
    if (bus === null) return null;
    bus.onSignal([rule], signal);
    bus.onClosed(closed);
    const abilities = (await bus.call({ ...service, member: 'GetCapabilities', body: [] }))?.[0];
    return { bus, readsMarkup: Array.isArray(abilities) && abilities.includes('body-markup') };
  }

  async function show(notice: Shown, text: NoticeText, replaces: number): Promise<void> {
    desktop ??= connect();
    const there = await desktop;
    if (there === null) {
      desktop = null;
      return deps.record('notification-not-shown', { reason: 'noBus' });
    }
    if (notice.withdrawn) return;
    const answer = await there.bus.ask({ ...service, member: 'Notify', ...notify(text, replaces, there, deps) });
    if (answer === null) return deps.record('notification-not-shown', { reason: 'noAnswer' });
    notice.id = Number(answer.body[0]);
    notice.owner = answer.sender;
    if (notice.withdrawn) close(there.bus, notice.id);
  }

  function withdraw(name: string): void {
    const notice = shown.get(name);
    if (notice === undefined) return;
    shown.delete(name);
    notice.withdrawn = true;
    if (notice.id !== 0) void desktop?.then((there) => there !== null && close(there.bus, notice.id));
  }

  return {
    show(name, text, answered) {
      const former = shown.get(name);
      // One that the desktop has not told its number of cannot be replaced.
      if (former?.id === 0) withdraw(name);
      const notice: Shown = { id: 0, owner: null, withdrawn: false, answered };
      shown.set(name, notice);
      void show(notice, text, former?.id ?? 0);
    },
    withdraw,
  };
}

function close(bus: SessionBus, id: number): void {
  void bus.call({ ...service, member: 'CloseNotification', signature: 'u', body: [id] });
}

function notify(
  { title, body, actions, isUrgent }: NoticeText,
  replaces: number,
  { readsMarkup }: Desktop,
  { desktopEntry, openLabel }: DesktopNoticeDeps,
) {
  const labelled = [{ id: defaultAction, label: openLabel }, ...actions];
  return {
    signature: 'susssasa{sv}i',
    body: [
      'Switchhook',
      replaces,
      desktopEntry,
      title,
      readsMarkup ? withoutMarkup(body) : body,
      labelled.flatMap(({ id, label }) => [id, label]),
      [
        ['urgency', { signature: 'y', value: isUrgent ? urgencies.critical : urgencies.normal }],
        ['desktop-entry', { signature: 's', value: desktopEntry }],
        // The phone rings by itself.
        ['suppress-sound', { signature: 'b', value: true }],
      ],
      staysMs,
    ],
  };
}

/** A name is text, even where the desktop would read markup in it. */
function withoutMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
