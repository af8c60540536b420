import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge } from '../contract/bridge.js';
import { channelOf, eventNames, requestNames } from '../contract/channels.js';
import type { RequestName } from '../contract/requests.js';

type Verb = Bridge[keyof Bridge];

const ask = (name: RequestName, input: unknown): Promise<unknown> => ipcRenderer.invoke(channelOf(name), input);

const verbs: Record<string, unknown> = {};
for (const name of requestNames) verbs[name] = (input: unknown) => ask(name, input);
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

// Asked before the page's script has come, as the panel waits for the answer. A blank page asks nothing.
let start = location.protocol === 'https:' ? ask('readStart', undefined) : null;
verbs['readStart'] = (input: unknown) => {
  const asked = start ?? ask('readStart', input);
  start = null;
  return asked;
};

contextBridge.exposeInMainWorld('switchhook', verbs as Readonly<Record<string, Verb>>);
