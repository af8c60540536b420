/**
 * Resolves when the page has done what it does now, and before it paints. A message to another frame is sent by a task of
 * its own (https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/renderer/core/frame/remote_dom_window.cc),
 * which a change of the page would delay by a frame; what is done after this comes behind it. A timer would take longer,
 * as a browser slows timers down that follow one another.
 */
export function afterThisTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
