import { contextBridge, ipcRenderer } from 'electron';
import { type ToastBridge, toastChannelOf, toastRequestNames } from '../contract/toast-bridge.js';
import type { ToastView } from '../contract/toast-view.js';

const verbs = Object.fromEntries(
  toastRequestNames.map((name) => [name, (input: unknown) => ipcRenderer.invoke(toastChannelOf(name), input)]),
) as Omit<ToastBridge, 'onShow'>;

const bridge: ToastBridge = {
  ...verbs,
  onShow(listener) {
    const deliver = (_event: unknown, view: ToastView | null) => listener(view);
    ipcRenderer.on(toastChannelOf('show'), deliver);
    // With a block, as the sender of messages itself must not be returned into the page.
    return () => {
      ipcRenderer.off(toastChannelOf('show'), deliver);
    };
  },
};

contextBridge.exposeInMainWorld('toast', bridge);
