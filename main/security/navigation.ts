import type { Event, WebContents, WebFrameMain } from 'electron';
import { servedFrom } from './served-from.js';

/** A frame of the phone window that is about to go somewhere; `nested` is inside the panel. */
export interface NavigationStep {
  readonly frame: 'top' | 'panel' | 'nested';
  readonly address: string;
  /** Whether a server leads it there, and not the page it shows. */
  readonly isRedirect: boolean;
}

export interface NavigationBounds {
  readonly pageOrigin: string;
  readonly panelOrigin: string | null;
}

/** Where each frame may go; everything else is refused, and the frame keeps what it has. */
const ALLOWED: readonly (readonly [
  frame: NavigationStep['frame'],
  fits: (address: string, bounds: NavigationBounds) => boolean,
  reason: string,
])[] = [
  [
    'top',
    (address, { pageOrigin }) => servedFrom(address) === pageOrigin,
    'the top frame is the phone and stays the phone',
  ],
  [
    'panel',
    (address, { panelOrigin }) => panelOrigin !== null && servedFrom(address) === panelOrigin,
    'the panel holds the audio of a call, and what is not the instance has no place in our window',
  ],
  ['nested', () => true, 'what the panel frames is bounded by its own policy'],
];

/** Whether a frame of the phone window may go to an address. */
export function mayNavigate(
  { frame, address }: Pick<NavigationStep, 'frame' | 'address'>,
  bounds: NavigationBounds,
): boolean {
  return ALLOWED.some(([row, fits]) => row === frame && fits(address, bounds));
}

/** Refuses navigation of the phone window that the table does not list, redirects included. */
export function guardNavigation(
  contents: WebContents,
  bounds: NavigationBounds,
  refused: (step: NavigationStep) => void,
): void {
  const judge =
    (isRedirect: boolean) =>
    (event: Event<{ readonly url: string; readonly isMainFrame: boolean; readonly frame: Frame }>): void => {
      const step: NavigationStep = {
        frame: event.isMainFrame ? 'top' : placeOf(event.frame),
        address: event.url,
        isRedirect,
      };
      if (mayNavigate(step, bounds)) return;
      event.preventDefault();
      refused(step);
    };
  contents.on('will-frame-navigate', judge(false));
  contents.on('will-redirect', judge(true));
}

type Frame = Pick<WebFrameMain, 'parent'> | null;

/** A frame that is gone counts as the panel's, as that is bounded more. */
function placeOf(frame: Frame): 'panel' | 'nested' {
  return frame?.parent?.parent == null ? 'panel' : 'nested';
}
