import type { Point, Rectangle, Screen } from 'electron';
import type { Command, CommandFailure } from '../../contract/command.js';
import type { ToastPlace } from '../../contract/toast-place.js';
import type { ToastCommand, ToastView } from '../../contract/toast-view.js';
import { maxToastNoteLength } from '../../contract/toast-view.js';
import type { Words } from '../../contract/words/words.js';
import type { DeskState } from '../attention/desk-state.js';
import type { ToastHandlers } from '../ipc/answer-toast.js';
import { boundsAt, defaultPlace, placeOf, type Size } from './place-toast.js';
import { isSameCommand, toastView } from './toast-view.js';
import type { ToastWindow } from './toast-window.js';

export interface ToastDeps {
  readonly window: Pick<
    ToastWindow,
    'prepare' | 'isThere' | 'listens' | 'send' | 'showAt' | 'moveTo' | 'hide' | 'bounds'
  >;
  readonly screen: Pick<Screen, 'getCursorScreenPoint' | 'getDisplayNearestPoint' | 'getAllDisplays'>;
  readonly words: Words;
  formatNumber(phoneNumber: string): string;
  execute(command: Command): Promise<CommandFailure | null>;
  showPhone(): void;
  /** The agent has put the window somewhere. */
  placed(place: ToastPlace): void;
  /** What the page shows changed by itself: it has come, or what was pressed failed. */
  changed(): void;
}

/** The card of a ring and the strip of a call. */
export interface Toast {
  /** Shows what the state says; touches the window only when that changes. */
  draw(state: DeskState): void;
  /** Whether a ring can be seen on its card. */
  showsRing(): boolean;
  /** A screen came, went or changed. */
  screensChanged(): void;
  /** The window and its page are gone. */
  windowGone(): void;
  readonly handlers: ToastHandlers;
}

/** Source: look/README.md of the design: as small as the text in them allows. */
const SIZES: Readonly<Record<ToastView['kind'], Size>> = {
  ring: { width: 360, height: 148 },
  call: { width: 320, height: 64 },
};

export function openToast(deps: ToastDeps): Toast {
  const { window, screen } = deps;
  let view: ToastView | null = null;
  let sent = 'null';
  /** What went wrong with what was pressed for this contact. */
  let trouble: { readonly contactId: string; readonly text: string } | null = null;
  let place: ToastPlace = defaultPlace;
  /** The screen that the window is on while it is shown: the one that was in use when it came. */
  let screenId: number | null = null;
  let drag: { readonly grabbedAt: Point; readonly moved: boolean } | null = null;

  function area(): Rectangle {
    const own = screen.getAllDisplays().find(({ id }) => id === screenId);
    const display = own ?? screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    screenId = display.id;
    return display.workArea;
  }

  function put(shown: ToastView): Rectangle {
    return boundsAt(place, SIZES[shown.kind], area());
  }

  function show(next: ToastView | null): void {
    const former = view;
    view = next;
    if (next === null) {
      if (former === null) return;
      sent = 'null';
      drag = null;
      screenId = null;
      window.hide();
      window.send(null);
      return;
    }
    if (!window.isThere()) return;
    const text = JSON.stringify(next);
    if (text !== sent) window.send(next);
    // What it shows comes first, so that the window does not appear with what was in it before.
    if (sent === 'null') window.showAt(put(next));
    else if (former?.kind !== next.kind) window.moveTo(put(next));
    sent = text;
  }

  async function act(command: ToastCommand): Promise<void> {
    const pressed = view;
    const isOffered = pressed?.buttons.some((button) => !button.busy && isSameCommand(button.command, command));
    if (pressed === null || isOffered !== true) return;
    trouble = null;
    const failure = await deps.execute(command);
    if (failure === null) return;
    const text = deps.words.failure(command.kind, failure).slice(0, maxToastNoteLength);
    trouble = { contactId: pressed.contactId, text };
    deps.changed();
  }

  function follow(step: 'begin' | 'move' | 'end'): void {
    const bounds = window.bounds();
    if (bounds === null || view === null) return;
    const pointer = screen.getCursorScreenPoint();
    if (step === 'begin') {
      drag = { grabbedAt: { x: pointer.x - bounds.x, y: pointer.y - bounds.y }, moved: false };
      return;
    }
    if (drag === null) return;
    const { grabbedAt, moved } = drag;
    // A press that did not move anything has put it nowhere; one that did ends where the pointer is now.
    if (step === 'move' || moved) {
      const display = screen.getDisplayNearestPoint(pointer);
      screenId = display.id;
      const wanted = { ...SIZES[view.kind], x: pointer.x - grabbedAt.x, y: pointer.y - grabbedAt.y };
      place = placeOf(wanted, display.workArea);
      window.moveTo(put(view));
      drag = { grabbedAt, moved: true };
    }
    if (step !== 'end') return;
    drag = null;
    if (moved) deps.placed(place);
  }

  return {
    draw(state) {
      const { snapshot, settings, inFront, phoneThere } = state;
      // Before it is needed: to make it takes longer than a ring may wait for its card.
      if (settings.toastOnRing || settings.miniWindow) window.prepare();
      if (drag === null) place = settings.toastPlace ?? defaultPlace;
      if (!snapshot.contacts.some(({ contactId }) => contactId === trouble?.contactId)) trouble = null;
      const next = toastView({
        snapshot,
        wants: { ring: settings.toastOnRing && !inFront, call: settings.miniWindow && !inFront },
        attributes: settings.toastAttributes,
        phoneThere,
        trouble: trouble?.text ?? null,
        words: deps.words,
        formatNumber: deps.formatNumber,
      });
      show(next);
    },
    showsRing: () => window.isThere() && view?.kind === 'ring',
    screensChanged() {
      if (view !== null && window.isThere()) window.moveTo(put(view));
    },
    windowGone() {
      sent = 'null';
    },
    handlers: {
      listen() {
        window.listens();
        sent = 'null';
        deps.changed();
      },
      act,
      drag: follow,
      showPhone: deps.showPhone,
    },
  };
}
