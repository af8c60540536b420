import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface DialogProps {
  readonly title: string;
  readonly advice: string;
  /** A question that must be answered, or something to look at. */
  readonly role: 'alertdialog' | 'dialog';
  readonly look?: string;
  /** Called when the agent presses Escape; without it, Escape does nothing. */
  readonly onEscape?: (() => void) | undefined;
  readonly children?: ComponentChildren;
}

/** What stands before the rest of the window. The browser keeps the focus inside, and gives it back afterwards. */
export function Dialog({ title, advice, role, look = '', onEscape, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => shown?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      class={`modal ${look}`}
      role={role}
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-advice`}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-advice`}>{advice}</p>
      {children}
    </dialog>
  );
}
