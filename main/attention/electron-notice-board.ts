import type { Notification, NotificationConstructorOptions } from 'electron';
import type { NoticeBoard } from './notice-board.js';

/** Electron's own notifications, for Windows and macOS; only macOS has buttons on them. */
export function createElectronNoticeBoard(
  make: (options: NotificationConstructorOptions) => Pick<Notification, 'on' | 'show' | 'close'>,
): NoticeBoard {
  const shown = new Map<string, Pick<Notification, 'close'>>();
  function withdraw(name: string): void {
    shown.get(name)?.close();
    shown.delete(name);
  }
  return {
    show(name, { title, body, actions, isUrgent }, answered) {
      withdraw(name);
      const notification = make({
        title,
        body,
        // The phone rings by itself.
        silent: true,
        timeoutType: 'never',
        urgency: isUrgent ? 'critical' : 'normal',
        actions: actions.map(({ label }) => ({ type: 'button', text: label })),
      });
      notification.on('click', () => answered({ kind: 'open' }));
      notification.on('action', (_event, index) => {
        const action = actions[index];
        if (action !== undefined) answered({ kind: 'action', id: action.id });
      });
      shown.set(name, notification);
      notification.show();
    },
    withdraw,
  };
}
