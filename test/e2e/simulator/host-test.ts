import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ElectronApplication, expect, type Frame, type Page } from '@playwright/test';
import { launchApp } from '../../../scripts/app/launch-app.mjs';
import { type Simulator, startSimulator } from '../../../simulator/simulator.js';
import type { SimulatorOptions } from '../../../simulator/simulator-options.js';
import type { Told } from '../../support/bare-streams/recorder.js';
import { test as base } from '../../support/own-display.js';
import { killed } from '../../support/phone-test.js';

export { expect };

const repository = join(import.meta.dirname, '..', '..', '..');
/** Where the built parts are; another build can be tried by naming its folder. */
const dist = process.env.SWITCHHOOK_TEST_DIST ?? join(repository, 'dist');
/** Far more than it takes: several may start at once on a busy machine. */
const agentLimitMs = 20_000;

/** Does something when it is one's turn. */
type TakeTurn = <T>(run: () => Promise<T>) => Promise<T>;

/** One after the other: side by side, a dozen panels would take longer to load than Streams has patience. */
function takeTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** A page that does nothing but run the real Streams as a host, and writes down what it is told. */
export class Host {
  constructor(
    readonly page: Page,
    readonly simulator: Simulator,
    private readonly takeTurn: TakeTurn = (run) => run(),
  ) {}

  /** Loads the page on the simulator. `options` adds to what initCCP is given. */
  async open(options: Readonly<Record<string, unknown>> = {}): Promise<void> {
    const query = new URLSearchParams({ record: '', ccpUrl: this.simulator.ccpUrl, options: JSON.stringify(options) });
    await this.takeTurn(() => this.page.goto(`https://switchhook.localhost/?${query.toString()}`));
  }

  /** Loads the page and waits until the agent is there. */
  async openReady(options: Readonly<Record<string, unknown>> = {}): Promise<void> {
    await this.open(options);
    await this.hear('connect.agent', { limitMs: agentLimitMs });
    await this.simulator.waitForDelivery({ timeoutMs: 2_000 });
  }

  /** Waits for something Streams says. */
  hear(what: string, options: { readonly since?: number; readonly limitMs?: number } = {}): Promise<Told> {
    return this.page.evaluate(([name, given]) => window.recording.waitFor(name, given), [what, options] as const);
  }

  /** How much has been said so far; a position to wait or to read from. */
  mark(): Promise<number> {
    return this.page.evaluate(() => window.recording.told.length);
  }

  /** What was said from a position on, without what repeats by the clock. */
  async told(since: number): Promise<readonly Told[]> {
    const told = await this.page.evaluate((from) => window.recording.told.slice(from), since);
    return told.filter(({ what }) => what !== 'acknowledge');
  }

  /**
   * Names of the agent's and contact's callbacks from a position on. Refreshes are left out, and so is the mute the
   * softphone takes back at the start and end of a call, which comes at any moment.
   */
  async callbacks(since: number): Promise<readonly string[]> {
    return (await this.told(since))
      .map(({ what }) => what)
      .filter((what) => /^(connect|contact|agent)\./.test(what) && !/\.on(Refresh|MuteToggle)$/.test(what));
  }

  /** Calls Streams and resolves with how it answered: `ok`, or the reason of the failure. */
  call(act: CallName, ...rest: readonly unknown[]): Promise<Answer> {
    return this.page.evaluate(callStreams, { act, rest, limitMs: callLimitMs });
  }

  /** Rings, accepts and waits until both sides agree. Returns the contact id. */
  async talk(): Promise<string> {
    const contactId = this.simulator.control.ring();
    await this.hear('contact.onConnecting');
    await this.call('contact.accept');
    await this.hear('contact.onConnected');
    return contactId;
  }

  /** Gives the page the task library that Streams looks for as soon as a connection of a task is read. */
  async bringTaskLibrary(): Promise<void> {
    await this.page.evaluate(() => {
      const session = {
        connect: () => Promise.resolve(),
        cleanUp() {},
        onConnectionBroken() {},
        onConnectionEstablished() {},
      };
      Object.assign(connect, { TaskSession: { create: () => session } });
    });
  }

  /** The frame of the panel. */
  panel(): Frame {
    const frame = this.page.frames().find((each) => each.url().startsWith(this.simulator.ccpUrl));
    if (frame === undefined) throw new Error('The panel is not in its frame');
    return frame;
  }

  /** Waits for that many answers to the host's keepalive, which come about once a second as long as all is well. */
  async outlast(keepalives: number): Promise<void> {
    for (let heard = 0; heard < keepalives; heard += 1) await this.hear('acknowledge', { since: await this.mark() });
  }

  /** Times at which the worker asked for an operation, in milliseconds since the epoch; a poll that is held is not among them. */
  asked(operation: string): readonly number[] {
    return this.simulator.requests
      .filter((request) => request.operation === operation)
      .map(({ time }) => Date.parse(time))
      .sort((one, other) => one - other);
  }

  /** Resolves with those times as soon as there are so many. */
  async askedTimes(operation: string, count: number, limitMs: number): Promise<readonly number[]> {
    await this.simulator.waitForRequest(() => this.asked(operation).length >= count, { timeoutMs: limitMs });
    return this.asked(operation);
  }

  /** When something was told, in milliseconds since the epoch. */
  async dateOf({ at }: Told): Promise<number> {
    return at + (await this.page.evaluate(() => performance.timeOrigin));
  }

  /** The time of the snapshot the host works with, in seconds since the epoch. */
  snapshotTime(): Promise<number> {
    return this.page.evaluate(() => {
      // In the library, not in its types.
      const { core } = connect as unknown as {
        core: { getAgentDataProvider(): { getAgentData(): { snapshot: { snapshotTimestamp: Date } } } };
      };
      return Number(core.getAgentDataProvider().getAgentData().snapshot.snapshotTimestamp);
    });
  }

  /** Lets the transition be told before the next one is caused. */
  async settle(): Promise<void> {
    await this.simulator.waitForDelivery({ timeoutMs: 2_000 });
  }
}

/** Long enough for three retries of the worker, short enough to tell silence. */
const callLimitMs = 2_000;

/** How Streams answered a call; `silent` when it called neither success nor failure in time. */
export type Answer =
  | { readonly kind: 'ok'; readonly data: unknown; readonly ms: number }
  | { readonly kind: 'failed'; readonly reason: string; readonly data: unknown; readonly ms: number }
  | { readonly kind: 'silent' };

export type CallName =
  | 'agent.setState'
  | 'agent.connect'
  | 'agent.getEndpoints'
  | `contact.${'accept' | 'reject' | 'clear' | 'complete' | 'pause' | 'resume'}`
  | `contact.${'addConnection' | 'addParticipant' | 'transfer' | 'toggleActiveConnections' | 'conferenceConnections'}`
  | 'contact.updateMonitorParticipantState'
  | `connection.${'hold' | 'resume' | 'destroy' | 'muteParticipant' | 'unmuteParticipant' | 'sendDigits'}`;

/** Runs in the page. The contact is the newest one; a connection is chosen by its place. */
function callStreams({
  act,
  rest,
  limitMs,
}: {
  act: string;
  rest: readonly unknown[];
  limitMs: number;
}): Promise<Answer> {
  type Callable = Record<string, (...given: readonly unknown[]) => void>;
  const agent = new connect.Agent();
  const [what = '', name = ''] = act.split('.');
  const startedAt = performance.now();
  const ms = (): number => Math.round(performance.now() - startedAt);
  return new Promise((resolve) => {
    window.setTimeout(() => resolve({ kind: 'silent' }), limitMs);
    const callbacks = {
      success: (data?: unknown) => resolve({ kind: 'ok', data: data ?? null, ms: ms() }),
      failure: (reason?: unknown, data?: unknown) =>
        resolve({ kind: 'failed', reason: String(reason), data: data ?? null, ms: ms() }),
    };
    const contact = agent.getContacts().at(-1) as connect.Contact;
    if (what === 'agent' && name === 'setState') {
      const state = agent.getAgentStates().find((each) => each.name === rest[0]);
      agent.setState(state as connect.AgentStateDefinition, callbacks, { enqueueNextState: rest[1] === true });
    } else if (what === 'agent') {
      (agent as unknown as Callable)[name]?.(rest[0], callbacks);
    } else if (what === 'contact') {
      (contact as unknown as Callable)[name]?.(...rest, callbacks);
    } else {
      const connection = contact.getConnections()[Number(rest[0])];
      (connection as unknown as Callable)[name]?.(...rest.slice(1), callbacks);
    }
  });
}

/** What a test file sets with `test.use`. */
interface HostOptions {
  readonly simulatorOptions: SimulatorOptions;
}

interface HostFixtures {
  readonly simulator: Simulator;
  readonly host: Host;
  /** Opens one more window with a simulator of its own, for tests that mostly wait and can do so side by side. */
  readonly openHost: OpenHost;
}

export type OpenHost = (simulatorOptions?: SimulatorOptions) => Promise<Host>;

/** The simulator as every test of this folder wants it. */
function startForHost(options: SimulatorOptions): Promise<Simulator> {
  return startSimulator({
    assetsDir: join(dist, 'simulator/page'),
    ...options,
    agent: { initialStatus: 'Available', ...options.agent },
  });
}

/** Opens an empty window whose timers run as in one that is looked at. */
async function openWindow(bare: ElectronApplication, mark: string): Promise<Page> {
  await bare.evaluate(async ({ BrowserWindow }, address) => {
    const webPreferences = { sandbox: true, backgroundThrottling: false };
    await new BrowserWindow({ show: false, webPreferences }).loadURL(address);
  }, mark);
  // Others may open windows at the same time, so it is known by its address.
  const found = () => bare.windows().find((page) => page.url() === mark);
  await expect.poll(found).toBeDefined();
  return found() as Page;
}

/** Tests of the simulator with the real Streams on both sides and none of our app in between. One Electron per worker. */
export const test = base.extend<HostOptions & HostFixtures, { readonly bare: ElectronApplication }>({
  simulatorOptions: [{}, { option: true }],

  bare: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright wants a destructured parameter
    async ({}, use) => {
      const bare = await launchApp({
        app: join(dist, 'bare'),
        ccpUrl: '',
        userDataDir: mkdtempSync(join(process.env.SWITCHHOOK_TEST_PROFILES ?? tmpdir(), 'bare-')),
        fakeMicrophone: true,
        extra: ['--record'],
      });
      const child = bare.process();
      await use(bare);
      await killed(child);
    },
    { scope: 'worker' },
  ],

  simulator: async ({ simulatorOptions }, use) => {
    const simulator = await startForHost(simulatorOptions);
    await use(simulator);
    await simulator.stop();
  },

  host: async ({ bare, simulator }, use) => {
    const page = await bare.firstWindow();
    await use(new Host(page, simulator));
    await page.goto('about:blank');
  },

  openHost: async ({ bare }, use) => {
    const opened: Host[] = [];
    const takeTurn = takeTurns();
    await use(async (simulatorOptions = {}) => {
      const simulator = await startForHost(simulatorOptions);
      const page = await openWindow(bare, `about:blank#${new URL(simulator.ccpUrl).port}`);
      const host = new Host(page, simulator, takeTurn);
      opened.push(host);
      return host;
    });
    for (const { page, simulator } of opened) {
      await page.close();
      await simulator.stop();
    }
  },
});
