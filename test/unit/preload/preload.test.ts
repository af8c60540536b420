import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { channelOf, eventNames, requestNames } from '../../../contract/channels.js';
import { events } from '../../../contract/events.js';
import { requests } from '../../../contract/requests.js';

type Verb = (given?: unknown) => unknown;

/** Electron as far as a preload sees it; `invoke` answers with what it was asked. */
const electron = vi.hoisted(() => ({
  worlds: {} as Record<string, Record<string, unknown>>,
  ipcRenderer: {} as Record<string, unknown>,
}));

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld(name: string, api: Record<string, unknown>) {
      electron.worlds[name] = api;
    },
  },
  ipcRenderer: electron.ipcRenderer,
}));

const ipc = new EventEmitter();
// Named in a variable, as the types of the preload belong to a project of its own.
const preload = '../../../preload/index.js';

function verb(name: string): Verb {
  const found = electron.worlds['switchhook']?.[name];
  if (typeof found !== 'function') throw new Error(`The bridge has no verb ${name}`);
  return found as Verb;
}

/** What was asked, as `invoke` got it. */
let asked: unknown[][] = [];

async function loadInto(protocol: string): Promise<void> {
  vi.stubGlobal('location', { protocol });
  vi.resetModules();
  await import(preload);
}

beforeEach(async () => {
  asked = [];
  ipc.removeAllListeners();
  electron.worlds = {};
  Object.assign(electron.ipcRenderer, {
    async invoke(...given: unknown[]) {
      asked.push(given);
      return given;
    },
    send: () => undefined,
    on: (channel: string, listener: (...given: unknown[]) => void) => {
      ipc.on(channel, listener);
      return electron.ipcRenderer;
    },
    off: (channel: string, listener: (...given: unknown[]) => void) => {
      ipc.off(channel, listener);
      return electron.ipcRenderer;
    },
  });
  await loadInto('about:');
});

const capital = (name: string): string => `on${name.charAt(0).toUpperCase()}${name.slice(1)}`;

describe('the bridge', () => {
  it('is the only thing the page gets', () => {
    expect(Object.keys(electron.worlds)).toEqual(['switchhook']);
  });

  it('has exactly the verbs of the contract', () => {
    const verbs = [...Object.keys(requests), ...Object.keys(events).map(capital)];
    expect(Object.keys(electron.worlds['switchhook'] ?? {}).sort()).toEqual(verbs.sort());
    for (const value of Object.values(electron.worlds['switchhook'] ?? {})) expect(typeof value).toBe('function');
  });

  it.each(requestNames)('asks %s on its own channel and hands over one input', async (name) => {
    const ask = verb(name) as (...given: unknown[]) => Promise<unknown>;
    expect(await ask({ some: 'input' }, 'and more')).toEqual([channelOf(name), { some: 'input' }]);
  });

  describe.each(eventNames)('hearing %s', (name) => {
    function hear() {
      const heard: unknown[][] = [];
      const stop = verb(capital(name))((...given: unknown[]) => heard.push(given)) as Verb;
      return { heard, stop };
    }

    it('tells the payload and never the event of Electron', () => {
      const { heard } = hear();
      ipc.emit(channelOf(name), { sender: 'ipcRenderer' }, 'payload', 'and more');
      expect(heard).toEqual([['payload']]);
    });

    it('hears no other channel', () => {
      const { heard } = hear();
      for (const other of [...requestNames, ...eventNames].filter((each) => each !== name)) {
        ipc.emit(channelOf(other), {}, 'payload');
      }
      expect(heard).toEqual([]);
    });

    it('ends for that listener only when it says so', () => {
      const [first, second] = [hear(), hear()];
      first.stop();
      ipc.emit(channelOf(name), {}, 'payload');
      expect(first.heard).toEqual([]);
      expect(second.heard).toEqual([['payload']]);
    });

    it('gives nothing back when it ends, least of all the sender of messages', () => {
      expect(hear().stop()).toBeUndefined();
    });
  });
});

describe('what a page needs at its start', () => {
  const question = [channelOf('readStart'), undefined];

  it('is asked before the page asks, once', async () => {
    await loadInto('https:');
    expect(asked).toEqual([question]);
    expect(await verb('readStart')()).toEqual(question);
    expect(asked).toHaveLength(1);
  });

  it('is asked anew when the page asks again', async () => {
    await loadInto('https:');
    await verb('readStart')();
    await verb('readStart')();
    expect(asked).toEqual([question, question]);
  });

  it('is not asked for a blank page', () => {
    expect(asked).toEqual([]);
  });
});
