import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { ElectronApplication, Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import type { RequestRecord } from '../../simulator/request-record.js';
import type { Simulator } from '../../simulator/simulator.js';
import { expect, test as phoneTest } from './phone-test.js';

/** One row of the fault matrix of docs/offline-guarantee.md. */
export interface FaultRow {
  readonly row: number;
  readonly fault: string;
  /** Which layer of the guarantee answers: L0 the gate, L1 the recovery of page and panel. */
  readonly layer: 'L0' | 'L1' | 'L1 in L0';
  /** What is measured, from the fault on. */
  readonly until: string;
  readonly limitMs: number;
}

/** What the page shows, read past Playwright, which gives a page up once it has crashed. */
export function shownText(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (contents === undefined || contents.isCrashed()) return '';
    return String(await contents.executeJavaScript('document.body.innerText'));
  });
}

/** Presses a button of that page. */
export async function pressShown(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, label) => {
    const press = `[...document.querySelectorAll('button')].find((each) => each.innerText === ${JSON.stringify(label)}).click()`;
    return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(press);
  }, label);
}

/** What a row has to measure with. */
export interface FaultWorld {
  readonly simulator: Simulator;
  readonly app: ElectronApplication;
  readonly phone: Page;
  readonly profile: string;
  /** Does what breaks things; the clock of the row begins. Never waits for an answer of the app, which may be gone. */
  strike(deed: () => unknown): void;
  /** The time of the row, ms since the strike, by an event of the backend. */
  at(event: AgentEvent): void;
  /** The time of the row is now. */
  now(): void;
  /** Resolves with the exit code of the app. */
  readonly ended: () => Promise<number | null>;
}

/** What the report of a row holds; read by scripts/faults.mjs from the annotation `fault`. */
export type FaultVerdict = FaultRow & { readonly measuredMs: number | null };

export const isOffline = ({ CurrentAgentSnapshot: { AgentStatus } }: AgentEvent): boolean =>
  AgentStatus.Type === 'OFFLINE';
export const isQueued = ({ CurrentAgentSnapshot: { NextAgentStatus } }: AgentEvent): boolean =>
  NextAgentStatus?.Name === 'Offline';

const orphanLimitMs = 3_000;
/** The limits hold on a machine that does nothing else; beside other tests each has this much more. */
const slack = Number(process.env.SWITCHHOOK_FAULT_SLACK ?? 3);

/**
 * A test of one row. It fails without a measurement, over its limit, when anything set the agent Available after Offline,
 * and when a process of the app is left after its end.
 */
export function faultRow(row: FaultRow, run: (world: FaultWorld) => Promise<void>): void {
  phoneTest(`row ${row.row}: ${row.fault}`, async ({ simulator, app, phone, profile }, testInfo) => {
    phoneTest.setTimeout(60_000);
    let struckAtMs: number | null = null;
    let measuredMs: number | null = null;
    const since = (atMs: number): number => {
      if (struckAtMs === null) throw new Error('Measured before the strike');
      return atMs - struckAtMs;
    };
    const child = app.process();
    const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
    let awaited = false;
    await run({
      simulator,
      app,
      phone,
      profile,
      strike(deed) {
        struckAtMs = Date.now();
        Promise.resolve(deed()).catch(() => undefined);
      },
      at(event) {
        measuredMs = since(Date.parse(event.EventTimestamp));
      },
      now() {
        measuredMs = since(Date.now());
      },
      ended: () => {
        awaited = true;
        return exited;
      },
    });
    testInfo.annotations.push({
      type: 'fault',
      description: JSON.stringify({ ...row, measuredMs } satisfies FaultVerdict),
    });
    expect(measuredMs, 'a row without a measurement').not.toBeNull();
    expect(measuredMs, row.until).toBeLessThanOrEqual(row.limitMs * slack);
    expect(availableAfterOffline(simulator.events), 'nothing set the agent Available after Offline').toEqual([]);
    expect(otherStatusRequests(simulator.requests), 'the app asked for no status but Offline').toEqual([]);
    if (awaited) await expect.poll(() => processesOf(profile), { timeout: orphanLimitMs }).toEqual([]);
  });
}

function availableAfterOffline(events: readonly AgentEvent[]): readonly AgentEvent[] {
  const first = events.findIndex(isOffline);
  if (first < 0) return [];
  return events.slice(first).filter(({ CurrentAgentSnapshot: { AgentStatus } }) => AgentStatus.Type === 'ROUTABLE');
}

/** No row has the agent choose a status, so that every such request was the app's own idea. */
function otherStatusRequests(requests: readonly RequestRecord[]): readonly RequestRecord[] {
  const asked = ({ body }: RequestRecord): unknown => (body as { state?: { type?: unknown } } | null)?.state?.type;
  return requests.filter((each) => each.operation === 'PutAgentState' && asked(each) !== 'offline');
}

/** Command lines of the processes that work on a profile; only Linux tells. */
function processesOf(profile: string): readonly string[] {
  if (!existsSync('/proc/self/cmdline')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(commandLine)
    .filter((line) => line.includes(profile));
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    return '';
  }
}
