import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { findSimulator } from '../../../../main/trial/find-simulator.js';
import { startLimitMs } from '../../../../main/trial/run-simulator.js';
import { createSimulatorTrial } from '../../../../main/trial/simulator-trial.js';
import { makeTemporaryFolder } from '../temporary-folder.js';

const ccpUrl = 'http://127.0.0.1:4100/ccp-v2/';
const trainerPanel = 'http://127.0.0.1:4101/token/';
const said = `CCP URL:       ${ccpUrl}\nControl panel: ${trainerPanel}\n`;

/** A process that does as it is told; `killed` counts how often it was ended. */
function createProcess() {
  let say = (_text: string): void => undefined;
  let exit = (): void => undefined;
  const child = {
    killed: 0,
    onOutput: (listener: (text: string) => void) => {
      say = listener;
    },
    onExit: (listener: () => void) => {
      exit = listener;
    },
    kill: () => {
      child.killed += 1;
    },
  };
  return { child, say: (text: string) => say(text), exit: () => exit() };
}

function start({ there = true } = {}) {
  const processes: ReturnType<typeof createProcess>[] = [];
  const calls: unknown[] = [];
  const world = { holds: false, ccpUrl: '' };
  const fork = () => {
    const made = createProcess();
    processes.push(made);
    return made.child;
  };
  const trial = createSimulatorTrial({
    fork: there ? fork : null,
    holds: () => world.holds,
    ccpUrl: () => world.ccpUrl,
    openForNow(address) {
      world.ccpUrl = address;
      calls.push(['openForNow', address]);
    },
    openInBrowser: (address) => calls.push(['openInBrowser', address]),
  });
  return { trial, processes, calls, world };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a trial', () => {
  it('opens the phone and the trainer panel where the simulator says, in whatever pieces', async () => {
    const { trial, processes, calls } = start();
    const outcome = trial.begin();
    for (const piece of [said.slice(0, 30), said.slice(30, 70), said.slice(70)]) processes[0]?.say(piece);
    expect(await outcome).toBe('opened');
    expect(calls).toEqual([
      ['openForNow', ccpUrl],
      ['openInBrowser', trainerPanel],
    ]);
    expect(trial.info()).toEqual({ trainerPanel });
  });

  it('starts one simulator, however often it is begun', async () => {
    const { trial, processes, calls } = start();
    const outcomes = Promise.all([trial.begin(), trial.begin()]);
    processes[0]?.say(said);
    expect(await outcomes).toEqual(['opened', 'opened']);
    expect(await trial.begin()).toBe('opened');
    expect(processes).toHaveLength(1);
    expect(calls).toHaveLength(4);
  });

  it('starts another one when the first has ended', async () => {
    const { trial, processes } = start();
    const first = trial.begin();
    processes[0]?.say(said);
    await first;
    processes[0]?.exit();
    expect(trial.info()).toEqual({ trainerPanel: null });
    const second = trial.begin();
    processes[1]?.say(said);
    expect(await second).toBe('opened');
  });

  it('tells of no trainer panel on another address', async () => {
    const { trial, processes, world } = start();
    const outcome = trial.begin();
    processes[0]?.say(said);
    await outcome;
    world.ccpUrl = 'https://example.my.connect.aws/ccp-v2/';
    expect(trial.info()).toEqual({ trainerPanel: null });
  });

  it('fails when the simulator ends before it says where it is', async () => {
    const { trial, processes, calls } = start();
    const outcome = trial.begin();
    processes[0]?.exit();
    expect(await outcome).toBe('failed');
    expect(calls).toEqual([]);
  });

  it('ends a simulator that says nothing for too long', async () => {
    const { trial, processes } = start();
    const outcome = trial.begin();
    vi.advanceTimersByTime(startLimitMs);
    expect(await outcome).toBe('failed');
    expect(processes[0]?.child.killed).toBe(1);
  });

  it.each(['http://192.168.1.7:4100/ccp-v2/', 'https://example.my.connect.aws/ccp-v2/', 'file:///etc/passwd', 'x'])(
    'goes nowhere but to this machine: %s',
    async (address) => {
      const { trial, processes, calls } = start();
      const first = trial.begin();
      processes[0]?.say(said.replace(ccpUrl, address));
      expect(await first).toBe('failed');
      const second = trial.begin();
      processes[1]?.say(said.replace(trainerPanel, address));
      expect(await second).toBe('failed');
      expect(calls).toEqual([]);
      expect(processes.map(({ child }) => child.killed)).toEqual([1, 1]);
    },
  );

  it('takes the window from nobody who is not Offline, before and after the start', async () => {
    const { trial, processes, calls, world } = start();
    world.holds = true;
    expect(await trial.begin()).toBe('notOffline');
    expect(processes).toHaveLength(0);
    world.holds = false;
    const outcome = trial.begin();
    world.holds = true;
    processes[0]?.say(said);
    expect(await outcome).toBe('notOffline');
    expect(calls).toEqual([]);
  });

  it('is not there without a simulator', async () => {
    const { trial } = start({ there: false });
    expect(trial.info()).toBeNull();
    expect(await trial.begin()).toBe('failed');
  });
});

describe('findSimulator', () => {
  it('finds what was built, and never in an installed build', () => {
    const dist = makeTemporaryFolder();
    expect(findSimulator(dist, false)).toBeNull();
    mkdirSync(join(dist, 'simulator'));
    writeFileSync(join(dist, 'simulator', 'cli.js'), '');
    expect(findSimulator(dist, false)).toBe(join(dist, 'simulator', 'cli.js'));
    expect(findSimulator(dist, true)).toBeNull();
  });
});
