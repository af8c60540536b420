import type { WebContents } from 'electron';
import type { PanelTrouble } from '../../contract/health.js';
import { type PanelLoad, panelTroubleOf } from './panel-trouble.js';

/** Whether the frame with these ids is inside the panel rather than the panel; false when it is not known any more. */
export type IsNested = (processId: number, routingId: number) => boolean;

type FrameFailed = (
  event: unknown,
  errorCode: number,
  text: string,
  address: string,
  isMainFrame: boolean,
  processId: number,
  routingId: number,
) => void;

/**
 * Tells what the network stack sees of the panel's frame; Streams itself only sees silence. A panel has frames of its own,
 * whose fate is none of ours.
 */
export function watchPanel(
  contents: WebContents,
  ccpUrl: string,
  isNested: IsNested,
  tell: (trouble: PanelTrouble | null) => void,
): void {
  const judge = (load: PanelLoad): void => {
    const trouble = panelTroubleOf(load, ccpUrl);
    if (trouble !== undefined) tell(trouble);
  };
  const failed: FrameFailed = (_event, errorCode, _text, address, isMainFrame, processId, routingId) => {
    if (!isMainFrame && !isNested(processId, routingId)) judge({ kind: 'failed', errorCode, address });
  };
  contents.on('did-fail-load', failed);
  contents.on('did-fail-provisional-load', failed);
  contents.on('did-frame-navigate', (_event, address, httpStatus, _statusText, isMainFrame, processId, routingId) => {
    if (!isMainFrame && !isNested(processId, routingId)) judge({ kind: 'answered', httpStatus, address });
  });
}
