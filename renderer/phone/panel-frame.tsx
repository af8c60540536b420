import { useLayoutEffect, useRef } from 'preact/hooks';
import { grantToPanel } from './panel-grants.js';

export interface PanelFrameProps {
  /** Accessible name of the panel's place. */
  readonly label: string;
  /** Called once with the element Streams puts its frame into, when it is in the document. */
  readonly attach: (container: HTMLElement) => void;
}

/** The place of the Contact Control Panel. Drawn once: the frame in it holds the call. */
export function PanelFrame({ label, attach }: PanelFrameProps) {
  const container = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (container.current === null) return;
    grantToPanel(container.current);
    attach(container.current);
  }, []);
  return <section class="panel-frame" aria-label={label} ref={container} />;
}
