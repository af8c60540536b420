import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { beatMs, maxMisses } from '../../../../main/recovery/life-watch.js';
import { deathLimitMs } from '../../../../main/recovery/phone-pulse.js';
import { probeLimitMs } from '../../../../main/recovery/probe-frame.js';
import { createRecovery } from '../../../../main/recovery/recovery.js';

const panelPid = 77;
const deadPid = 0;
/** How long the fake panel takes to die. */
const dyingMs = 100;
/** From the moment a frame stops answering. */
const noticedMs = maxMisses * beatMs + probeLimitMs;

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** A frame whose scripts run, hang, or are gone. */
function openFrame() {
  const frame = {
    osProcessId: panelPid,
    life: 'runs' as 'runs' | 'hangs',
    executeJavaScript: () => (frame.life === 'runs' ? Promise.resolve(0) : new Promise<never>(() => undefined)),
  };
  return frame;
}

/** A phone window whose page and panel can be made to hang, and the recovery that watches it. */
function startRecovery() {
  const done: string[] = [];
  const agent = { known: true, onCall: false };
  const panel = openFrame();
  const page = Object.assign(openFrame(), { frames: [panel] });
  let crashed = false;
  const contents = Object.assign(new EventEmitter(), {
    mainFrame: page,
    getOSProcessId: () => 1,
    isDestroyed: () => false,
    isCrashed: () => crashed,
    isDevToolsOpened: () => false,
    forcefullyCrashRenderer() {
      done.push('page killed');
      crashed = true;
      contents.emit('render-process-gone');
    },
    reload() {
      done.push('loaded anew');
      crashed = false;
      page.life = 'runs';
      panel.life = 'runs';
      panel.osProcessId = panelPid;
      contents.emit('did-frame-finish-load', {}, false);
    },
  });
  let networkGone = (): void => undefined;
  const recovery = createRecovery({
    agentKnown: () => agent.known,
    onCall: () => agent.onCall,
    rest: () => done.push('rest'),
    pageStaysGone: () => done.push('stays gone'),
    kill(pid) {
      done.push(`killed ${pid}`);
      setTimeout(() => {
        panel.osProcessId = deadPid;
        done.push('panel gone');
      }, dyingMs);
    },
    onNetworkGone(listener) {
      networkGone = listener;
    },
    record: () => undefined,
  });
  recovery.watch({ webContents: contents } as unknown as BrowserWindow);
  contents.emit('did-frame-finish-load', {}, false);
  return { recovery, contents, page, panel, agent, done, loseNetwork: () => networkGone() };
}

it('kills a panel that hangs and, when it is gone, loads the page anew, once', async () => {
  const { panel, done } = startRecovery();
  panel.life = 'hangs';
  await vi.advanceTimersByTimeAsync(noticedMs - 1);
  expect(done).toEqual([]);
  await vi.advanceTimersByTimeAsync(1 + probeLimitMs + noticedMs);
  expect(done).toEqual([`killed ${panelPid}`, 'panel gone', 'loaded anew']);
});

it('loads the page anew in the end although the process of the panel does not go', async () => {
  const { panel, done } = startRecovery();
  panel.life = 'hangs';
  Object.defineProperty(panel, 'osProcessId', { get: () => panelPid, set: () => undefined });
  await vi.advanceTimersByTimeAsync(noticedMs + probeLimitMs + deathLimitMs - 1);
  expect(done).not.toContain('loaded anew');
  await vi.advanceTimersByTimeAsync(1);
  expect(done).toContain('loaded anew');
});

it('kills a page that hangs before it loads it, or the new one would be put into the process that hangs', async () => {
  const { page, done } = startRecovery();
  page.life = 'hangs';
  await vi.advanceTimersByTimeAsync(noticedMs + probeLimitMs);
  expect(done).toEqual(['page killed', 'loaded anew']);
});

it('never restarts during a live call, and does it after the call', async () => {
  const { panel, agent, done } = startRecovery();
  agent.onCall = true;
  panel.life = 'hangs';
  await vi.advanceTimersByTimeAsync(10 * noticedMs);
  expect(done).toEqual([]);
  agent.onCall = false;
  await vi.advanceTimersByTimeAsync(noticedMs);
  expect(done).toEqual([`killed ${panelPid}`, 'panel gone', 'loaded anew']);
});

it('keeps the page with a live call when the network of the app is lost, and mends it after the call', async () => {
  const { agent, done, loseNetwork } = startRecovery();
  agent.onCall = true;
  loseNetwork();
  await vi.advanceTimersByTimeAsync(noticedMs);
  expect(done).toEqual([]);
  agent.onCall = false;
  await vi.advanceTimersByTimeAsync(noticedMs);
  expect(done).toEqual([`killed ${panelPid}`, 'panel gone', 'loaded anew']);
});

it('leaves a panel alone that nobody depends on', async () => {
  const { panel, agent, done } = startRecovery();
  agent.known = false;
  panel.life = 'hangs';
  await vi.advanceTimersByTimeAsync(10 * noticedMs);
  expect(done).toEqual([]);
});

it('restarts a page that crashes twice, sets the agent Offline at the third crash, and then leaves it', async () => {
  const { contents, done } = startRecovery();
  for (const _crash of [1, 2, 3, 4]) {
    contents.emit('render-process-gone');
    await vi.advanceTimersByTimeAsync(0);
  }
  expect(done).toEqual(['loaded anew', 'loaded anew', 'rest', 'loaded anew', 'stays gone']);
});

it('brings the page back for somebody who leaves, however often it broke', async () => {
  const { recovery, done } = startRecovery();
  for (const _crash of [1, 2, 3]) recovery.restart();
  expect(recovery.restart()).toBe(false);
  await vi.advanceTimersByTimeAsync(probeLimitMs);
  const before = done.length;
  recovery.revive();
  await vi.advanceTimersByTimeAsync(probeLimitMs);
  expect(done.slice(before)).toEqual(['loaded anew']);
});
