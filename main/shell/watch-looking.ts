import type { BrowserWindow } from 'electron';

const CHANGES = ['focus', 'blur', 'show', 'hide', 'minimize', 'restore', 'closed'] as const;

/**
 * Tells at each change of a window whether the agent looks at it: it has the keyboard and is there to be seen. A window that
 * is hidden may be said to have the keyboard all the same, as after its page has died.
 */
export function watchLooking(window: BrowserWindow, told: (looking: boolean) => void): void {
  const look = (): void => {
    told(!window.isDestroyed() && window.isVisible() && window.isFocused() && !window.isMinimized());
  };
  for (const change of CHANGES) window.on(change as 'focus', look);
}
