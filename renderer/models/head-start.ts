/** Less than a frame: nobody sees it, and the panel has its whole way to the network done by then. */
const headStartMs = 12;

/**
 * Resolves when a wish that was just sent to the panel's frame has had time to reach the network. The message leaves in a
 * task of its own (https://chromium.googlesource.com/chromium/src/+/main/third_party/blink/renderer/core/frame/remote_dom_window.cc),
 * and where processors are few the panel's frame must share them with ours: what is drawn at once holds up the wish.
 */
export function headStart(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, headStartMs);
  });
}
