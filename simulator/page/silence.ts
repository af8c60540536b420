/**
 * Keeps a hand on every line the page has, so that it can be made to fall silent as a hung page does: it stays where it
 * is, and neither hears nor says anything any more. Call it before Streams starts; the returned function cuts the lines.
 */
export function prepareSilence(): () => void {
  const ports: MessagePort[] = [];
  const NativeWorker = window.SharedWorker;
  let isSilent = false;

  window.SharedWorker = class extends NativeWorker {
    constructor(url: string | URL, options?: string | WorkerOptions) {
      super(url, options);
      ports.push(this.port);
    }
  };
  // First among the listeners, so that it can keep a message from all others.
  window.addEventListener('message', (event) => {
    if (isSilent) event.stopImmediatePropagation();
  });

  return () => {
    isSilent = true;
    for (const port of ports) port.close();
  };
}

/** Time after which this page is to fall silent, as the instance wrote into it; null for one that lives on. */
export function readSilenceMs(): number | null {
  const content = document.querySelector('meta[name="falls-silent-after"]')?.getAttribute('content');
  return content === null || content === undefined ? null : Number(content);
}
