import type { IpcMain } from 'electron';
import type * as z from 'zod';
import { toastChannelOf, toastRequestNames } from '../../contract/toast-bridge.js';
import { type ToastRequestName, type ToastRequests, toastRequests } from '../../contract/toast-channel.js';
import type { Log } from '../app/log.js';
import { answerTable } from './answer.js';
import type { Sender } from './trusted-sender.js';

/** What each request of the small window's page does on the desktop side. */
export type ToastHandlers = {
  readonly [Name in ToastRequestName]: (input: z.infer<ToastRequests[Name]['input']>) => void | Promise<void>;
};

/** Begins to answer the small window's page, and nobody else, what its own table lists. */
export type AnswerToast = (isTrusted: (sender: Sender) => boolean, handlers: ToastHandlers) => void;

export function createToastAnswers(ipcMain: Pick<IpcMain, 'handle'>, log: Log): AnswerToast {
  return (isTrusted, handlers) =>
    answerTable<ToastRequestName>({
      ipcMain,
      names: toastRequestNames,
      channelOf: toastChannelOf,
      table: toastRequests,
      handlers: handlers as Readonly<Record<string, (input: unknown) => unknown>>,
      isTrusted,
      refused: (name, { kind }) => log.write('request-refused', { name: `toast-${name}`, kind }),
    });
}
