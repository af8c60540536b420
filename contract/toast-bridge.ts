import type * as z from 'zod';
import type { RequestRefusal } from './requests.js';
import type { Result } from './result.js';
import type { ToastEventName, ToastRequestName, ToastRequests } from './toast-channel.js';
import type { ToastView } from './toast-view.js';

/** The names of both tables without their checks, as `requestNames` for the phone's page. */
export const toastRequestNames = ['listen', 'act', 'drag', 'showPhone'] as const satisfies readonly ToastRequestName[];

type Missing<All extends string, Listed extends string> =
  Exclude<All, Listed> extends never ? true : Exclude<All, Listed>;
true satisfies Missing<ToastRequestName, (typeof toastRequestNames)[number]>;

/** The channel a request or event of the small window travels on; none of the phone's page. */
export function toastChannelOf(name: ToastRequestName | ToastEventName): string {
  return `switchhook-toast:${name}`;
}

/** What the small window's preload exposes to its page as `window.toast`. */
export type ToastBridge = {
  readonly [Name in ToastRequestName]: (
    input: z.infer<ToastRequests[Name]['input']>,
  ) => Promise<Result<undefined, RequestRefusal>>;
} & { readonly onShow: (listener: (view: ToastView | null) => void) => () => void };
