import type { Frame, Page } from '@playwright/test';
import type { Simulator } from '../../../simulator/simulator.js';
import type { Told } from '../../support/bare-streams/recorder.js';

/** Far more than it takes: several may start at once on a busy machine. */
const agentLimitMs = 20_000;

/** Does something when it is one's turn. */
export type TakeTurn = <T>(run: () => Promise<T>) => Promise<T>;

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

  /** How often the worker asked for a web socket. */
  webSocketsAsked(): number {
    return this.simulator.requests.filter(
      ({ operation, body }) =>
        operation === 'CreateTransport' && (body as { transportType?: string }).transportType === 'web_socket',
    ).length;
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
