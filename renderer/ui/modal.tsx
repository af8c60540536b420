import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';

export interface ModalProps {
  readonly title: string;
  readonly advice: string;
  /** Called when the agent presses Escape; without it, Escape does nothing. */
  readonly onEscape?: () => void;
  readonly children?: ComponentChildren;
}

/** A question that must be answered before the rest goes on. The browser keeps the focus inside. */
export function Modal({ title, advice, onEscape, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      class="modal"
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-advice`}
      onCancel={(event) => {
        event.preventDefault();
        onEscape?.();
      }}
    >
      <h2 id={`${id}-title`}>{title}</h2>
      <p id={`${id}-advice`}>{advice}</p>
      {children && <div class="row">{children}</div>}
    </dialog>
  );
}
