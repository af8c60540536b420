import type { Bridge } from '../../contract/bridge.js';

declare global {
  /** What the preload gives our page. */
  interface Window {
    readonly switchhook: Bridge;
  }
}
