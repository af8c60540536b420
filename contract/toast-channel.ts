import * as z from 'zod';
import { toastCommandSchema, toastViewSchema } from './toast-view.js';

const nothing = z.undefined();

/**
 * Everything the page of the small window may ask of the desktop side, each with its reason. The phone's page has a table of
 * its own (`requests`); what a window's own table does not list, it cannot ask.
 */
export const toastRequests = {
  listen: { input: nothing, output: nothing, reason: 'it knows nothing until it is told what to show' },
  act: {
    input: toastCommandSchema,
    output: nothing,
    reason: 'its buttons; the desktop side does only what the view that is shown offers',
  },
  drag: {
    input: z.enum(['begin', 'move', 'end']),
    output: nothing,
    reason: 'the pointer moves the window; where the pointer is, the desktop side asks the system',
  },
  showPhone: { input: nothing, output: nothing, reason: 'the way from the small window to the phone' },
} as const;

export type ToastRequests = typeof toastRequests;
export type ToastRequestName = keyof ToastRequests;

/** Everything the desktop side tells that page: what to show, null for nothing. */
export const toastEvents = { show: toastViewSchema.nullable() } as const;
export type ToastEventName = keyof typeof toastEvents;
