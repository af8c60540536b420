import type { IpcMainInvokeEvent } from 'electron';

/** The parts of an IPC event that tell who sent it. */
export type Sender = Pick<IpcMainInvokeEvent, 'senderFrame'> & { readonly sender: { readonly id: number } };

/**
 * Whether a message comes from the top frame of our own window at our own origin. The panel lives in a child frame and
 * must never get here. Source: https://www.electronjs.org/docs/latest/tutorial/security, item 17
 */
export function isTrustedSender({ sender, senderFrame }: Sender, windowId: number | null, pageOrigin: string): boolean {
  if (windowId === null || sender.id !== windowId) return false;
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === pageOrigin;
}
