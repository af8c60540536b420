import type { ComponentChildren } from 'preact';
import { Dialog } from './dialog.js';

export interface ModalProps {
  readonly title: string;
  readonly advice: string;
  /** Called when the agent presses Escape; without it, Escape does nothing. */
  readonly onEscape?: () => void;
  readonly children?: ComponentChildren;
}

/** A question that must be answered before the rest goes on. */
export function Modal({ title, advice, onEscape, children }: ModalProps) {
  return (
    <Dialog role="alertdialog" title={title} advice={advice} onEscape={onEscape}>
      {children && <div class="row">{children}</div>}
    </Dialog>
  );
}
