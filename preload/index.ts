import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/bridge.js';
import { channelOf, eventNames, requestNames } from '../contract/channels.js';

type Verb = Bridge[keyof Bridge];

const verbs: Record<string, unknown> = {};
for (const name of requestNames) {
  verbs[name] = (input: unknown) => ipcRenderer.invoke(channelOf(name), input);
}
for (const name of eventNames) {
  verbs[`on${name.charAt(0).toUpperCase()}${name.slice(1)}`] = (listener: (payload: unknown) => void) => {
    const deliver = (_event: unknown, payload: unknown) => listener(payload);
    ipcRenderer.on(channelOf(name), deliver);
    // With a block, as the sender of messages itself must not be returned into the page.
    return () => {
      ipcRenderer.off(channelOf(name), deliver);
    };
  };
}

contextBridge.exposeInMainWorld('switchhook', verbs as Readonly<Record<string, Verb>>);
