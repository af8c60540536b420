import type { Event, WebContents, WebFrameMain } from 'electron';

/** A frame of the phone window that is about to go somewhere; `nested` is inside the panel. */
export interface NavigationStep {
  readonly frame: 'top' | 'panel' | 'nested';
  readonly address: string;
}

export interface NavigationBounds {
  readonly pageOrigin: string;
  readonly panelOrigin: string | null;
  /** Whether a customer is there, so that the panel holds the audio of a call. */
  readonly onContact: boolean;
}

/** Where each frame may go; everything else is refused. */
const ALLOWED: readonly (readonly [
  frame: NavigationStep['frame'],
  fits: (address: string, bounds: NavigationBounds) => boolean,
  reason: string,
])[] = [
  ['top', (address, { pageOrigin }) => isAt(pageOrigin, address), 'the top frame is the phone and stays the phone'],
  [
    'panel',
    (_address, { onContact }) => !onContact,
    'the panel redirects through sign-in pages; frame-src still bounds what is shown',
  ],
  [
    'panel',
    (address, { panelOrigin }) => panelOrigin !== null && isAt(panelOrigin, address),
    'elsewhere frame-src would show an error page in its place, which ends the call',
  ],
  ['nested', () => true, 'what the panel frames is bounded by its own policy'],
];

/** Whether a frame of the phone window may go to an address. */
export function mayNavigate({ frame, address }: NavigationStep, bounds: NavigationBounds): boolean {
  return ALLOWED.some(([row, fits]) => row === frame && fits(address, bounds));
}

/** Refuses navigation of the phone window that the table does not list, redirects included. */
export function guardNavigation(
  contents: WebContents,
  bounds: () => NavigationBounds,
  refused: (step: NavigationStep) => void,
): void {
  const judge = (
    event: Event<{ readonly url: string; readonly isMainFrame: boolean; readonly frame: Frame }>,
  ): void => {
    const step = { frame: event.isMainFrame ? 'top' : placeOf(event.frame), address: event.url } as const;
    if (mayNavigate(step, bounds())) return;
    event.preventDefault();
    refused(step);
  };
  contents.on('will-frame-navigate', judge);
  contents.on('will-redirect', judge);
}

type Frame = Pick<WebFrameMain, 'parent'> | null;

/** A frame that is gone counts as the panel's, as that is bounded more. */
function placeOf(frame: Frame): 'panel' | 'nested' {
  return frame?.parent?.parent == null ? 'panel' : 'nested';
}

function isAt(origin: string, address: string): boolean {
  return URL.canParse(address) && new URL(address).origin === origin;
}
