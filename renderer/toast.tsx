import { render } from 'preact';
import type { ToastBridge } from '../contract/toast-bridge.js';
import type { ToastView } from '../contract/toast-view.js';
import { ToastCard } from './features/toast-card.js';
import './styles/toast-page.css';

declare const window: Window & { readonly toast: ToastBridge };

/** Composes the page of the small window: it draws what it is told and says what was pressed. */
function startPage(bridge: ToastBridge): void {
  function draw(view: ToastView | null): void {
    if (view !== null) document.documentElement.lang = view.language;
    // Nothing is left in a page that is hidden, so that nothing ticks and nothing old appears.
    render(
      view && (
        <ToastCard
          view={view}
          act={(command) => void bridge.act(command)}
          drag={(step) => void bridge.drag(step)}
          showPhone={() => void bridge.showPhone(undefined)}
        />
      ),
      document.body,
    );
  }
  bridge.onShow(draw);
  void bridge.listen(undefined);
}

startPage(window.toast);
