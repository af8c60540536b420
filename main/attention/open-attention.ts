import { Notification, nativeTheme, powerSaveBlocker, screen } from 'electron';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { Command, CommandFailure } from '../../contract/command.js';
import type { ToastPlace } from '../../contract/toast-place.js';
import type { Words } from '../../contract/words/words.js';
import type { Log } from '../app/log.js';
import type { AnswerToast } from '../ipc/answer-toast.js';
import type { PageOrigin } from '../origin/start-origin.js';
import { openSessionBus, sessionBusPath } from '../os/session-bus.js';
import { openToast, type Toast } from '../toast/open-toast.js';
import { createToastWindow } from '../toast/toast-window.js';
import { createDeskNotices } from './desk-notices.js';
import { awakeFor, type DeskState } from './desk-state.js';
import { createDesktopNoticeBoard } from './desktop-notice-board.js';
import { createElectronNoticeBoard } from './electron-notice-board.js';
import { createIconFlash } from './icon-flash.js';
import { createKeepAwake } from './keep-awake.js';
import type { NoticeBoard } from './notice-board.js';

export interface AttentionDeps {
  readonly origin: PageOrigin;
  /** The small window's own preload. */
  readonly preload: string;
  readonly answerToast: AnswerToast;
  readonly log: Log;
  readonly words: Words;
  /** Has the app's icon flash or bounce, or stop that. */
  flash(on: boolean): void;
  execute(command: Command): Promise<CommandFailure | null>;
  showPhone(): void;
  placed(place: ToastPlace): void;
  /** Something that is not in the state changed: everything is to be drawn once more. */
  changed(): void;
}

/** What is seen of the phone outside of its window. */
export interface Attention {
  draw(state: DeskState): void;
}

/** The name of the app's desktop file, see electron-builder.yml. */
const desktopEntry = 'switchhook';

/** Makes all of it: card and strip, notifications, the app's icon, what keeps the computer awake. */
export function openAttention(deps: AttentionDeps): Attention {
  const { words } = deps;
  const toastWindow = createToastWindow({
    ...deps,
    dark: () => nativeTheme.shouldUseDarkColors,
    gone() {
      toast.windowGone();
      deps.changed();
    },
  });
  const toast: Toast = openToast({ ...deps, window: toastWindow, screen, formatNumber });
  const notices = createDeskNotices({
    board: noticeBoard(deps),
    words,
    formatNumber,
    execute: (command) => void deps.execute(command),
    showPhone: deps.showPhone,
  });
  const icon = createIconFlash(deps.flash);
  const awake = createKeepAwake(powerSaveBlocker);
  deps.answerToast(toastWindow.isTrusted, toast.handlers);
  for (const change of ['display-added', 'display-removed', 'display-metrics-changed'] as const) {
    screen.on(change as 'display-added', toast.screensChanged);
  }
  return {
    draw(state) {
      toast.draw(state);
      notices.draw(state, toast.showsRing());
      icon.draw(state);
      awake.draw(awakeFor(state.snapshot));
    },
  };
}

function noticeBoard({ log, words }: AttentionDeps): NoticeBoard {
  if (process.platform !== 'linux') return createElectronNoticeBoard((options) => new Notification(options));
  return createDesktopNoticeBoard({
    async connect() {
      const path = sessionBusPath(process.env);
      return path === null ? null : openSessionBus(path, process.getuid?.() ?? 0);
    },
    desktopEntry,
    openLabel: words.desk.showPhone,
    record: log.write,
  });
}

function formatNumber(phoneNumber: string): string {
  return parsePhoneNumberFromString(phoneNumber)?.formatInternational() ?? phoneNumber;
}
