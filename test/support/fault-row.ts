import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page, TestDetails, TestInfo } from '@playwright/test';
import type { ExitOutcome, ExitReport } from '../../contract/exit-entry.js';
import { type GuardianDeedLine, guardianLogName } from '../../contract/guardian-deed.js';
import { openLedgerFile } from '../../main/ledger/ledger-file.js';
import { entriesOf } from '../../main/ledger/ledger-record.js';
import type { AgentEvent } from '../../simulator/agent-event.js';
import type { RequestRecord } from '../../simulator/request-record.js';
import type { Simulator } from '../../simulator/simulator.js';
import { expect, test as phoneTest } from './phone-test.js';
import { processesOf } from './processes.js';
import { waits } from './waits.js';

/** One row of the fault matrix of docs/offline-guarantee.md. */
export interface FaultRow {
  readonly row: number;
  readonly fault: string;
  /**
   * Which layer of the guarantee answers: L0 the gate, L1 the recovery of page and panel, L2 the guardian, L3 the next start,
   * L4 the customer's hook.
   */
  readonly layer: 'L0' | 'L1' | 'L1 in L0' | 'L2' | 'L2 by hook' | 'L2 after L0' | 'L3' | 'L4';
  /** What is measured, from the fault on. */
  readonly until: string;
  readonly limitMs: number;
}

/** What the page shows, read past Playwright, which gives a page up once it has crashed. */
export function shownText(app: ElectronApplication): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents;
    if (contents === undefined || contents.isCrashed()) return '';
    return String(await contents.executeJavaScript('document.body.innerText'));
  });
}

/** Presses a button of that page. */
export async function pressShown(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, label) => {
    const press = `[...document.querySelectorAll('button')].find((each) => each.innerText === ${JSON.stringify(label)}).click()`;
    return BrowserWindow.getAllWindows()
      .find((each) => each.isResizable())
      ?.webContents.executeJavaScript(press);
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
  /** Resolves with the exit code of the app. The exit ledger must then tell of this outcome, and of that code. */
  ended(outcome: ExitOutcome): Promise<number | null>;
}

/** How fast an orderly leaving was, each in ms. */
export interface LeavingSpeed {
  /** From the wish, as the gate heard it, to Offline on the backend. */
  readonly offlineMs: number;
  /** From there to the snapshot that shows it to the gate. */
  readonly seenMs: number;
  /** From there to the end of the process. */
  readonly goneMs: number;
}

/** What the report of a row holds; read by scripts/faults.mjs from the annotation `fault`. */
export type FaultVerdict = FaultRow & { readonly measuredMs: number | null; readonly speed: LeavingSpeed | null };

export const isOffline = ({ CurrentAgentSnapshot: { AgentStatus } }: AgentEvent): boolean =>
  AgentStatus.Type === 'OFFLINE';
export const isQueued = ({ CurrentAgentSnapshot: { NextAgentStatus } }: AgentEvent): boolean =>
  NextAgentStatus?.Name === 'Offline';

const orphanLimitMs = 3_000;
const keptDays = 1;
/** The limits hold on a machine that does nothing else; beside other tests each has this much more. */
const slack = Number(process.env.SWITCHHOOK_FAULT_SLACK ?? 3);

/** A test of one row, held to what `measureRow` says. */
export function faultRow(row: FaultRow, run: (world: FaultWorld) => Promise<void>): void {
  phoneTest(titleOf(row), detailsOf(row), ({ simulator, app, phone, profile }, testInfo) =>
    measureRow(row, { simulator, app, phone, profile }, testInfo, run),
  );
}

/** A row that may take this long waits for a clock most of the time. */
const waitsFromMs = 10_000;

/** Beside which tests a row runs. */
export const detailsOf = ({ limitMs }: Pick<FaultRow, 'limitMs'>): TestDetails => (limitMs < waitsFromMs ? {} : waits);

/** By which scripts/faults.mjs finds the tests of a row. */
export const titleOf = ({ row, fault }: Pick<FaultRow, 'row' | 'fault'>): string => `row ${row}: ${fault}`;

/**
 * Runs one row. It fails without a measurement, over its limit, when anything set the agent Available after Offline, when
 * the exit ledger does not tell how the app was left, and when a process of the app is left after its end.
 */
export async function measureRow(
  row: FaultRow,
  started: Pick<FaultWorld, 'simulator' | 'app' | 'phone' | 'profile'>,
  testInfo: TestInfo,
  run: (world: FaultWorld) => Promise<void>,
): Promise<void> {
  testInfo.setTimeout(60_000);
  const { simulator, app, profile } = started;
  let struckAtMs: number | null = null;
  let measuredMs: number | null = null;
  const since = (atMs: number): number => {
    if (struckAtMs === null) throw new Error('Measured before the strike');
    return atMs - struckAtMs;
  };
  const child = app.process();
  let goneAtMs = Number.NaN;
  const exited = new Promise<number | null>((resolve) => {
    child.once('exit', (code) => {
      goneAtMs = Date.now();
      resolve(code);
    });
  });
  let awaited: ExitOutcome | null = null;
  let offlineAtMs: number | null = null;
  await run({
    ...started,
    strike(deed) {
      struckAtMs = Date.now();
      Promise.resolve(deed()).catch(() => undefined);
    },
    at(event) {
      const atMs = Date.parse(event.EventTimestamp);
      measuredMs = since(atMs);
      if (isOffline(event)) offlineAtMs = atMs;
    },
    now() {
      measuredMs = since(Date.now());
    },
    ended(outcome) {
      awaited = outcome;
      return exited;
    },
  });
  const quits = exitReports(profile).filter(({ goal }) => goal === 'quit');
  const speed = awaited === null ? null : speedOf(quits[0], offlineAtMs, goneAtMs);
  testInfo.annotations.push({
    type: 'fault',
    description: JSON.stringify({ ...row, measuredMs, speed } satisfies FaultVerdict),
  });
  const told = awaited === null ? [] : [{ outcome: awaited, code: await exited }];
  expect(
    quits.map(({ outcome, code }) => ({ outcome, code })),
    'what the exit ledger tells',
  ).toEqual(told);
  expect(measuredMs, 'a row without a measurement').not.toBeNull();
  expect(measuredMs, row.until).toBeLessThanOrEqual(row.limitMs * slack);
  expect(availableAfterOffline(simulator.events), 'nothing set the agent Available after Offline').toEqual([]);
  expect(otherStatusRequests(simulator.requests), 'the app asked for no status but Offline').toEqual([]);
  if (awaited === null) return;
  const left = () => processesOf(profile, child.pid ?? -1);
  if (awaited === 'confirmed' || awaited === 'nothingToConfirm') {
    await expect.poll(left, { timeout: orphanLimitMs }).toEqual([]);
  } else {
    // The app has handed over: somebody goes on, until the test is over.
    await expect.poll(() => deedsOf(profile).map(({ kind }) => kind)).toContain('acting');
  }
}

/** What the guardian of a profile wrote down. */
export function deedsOf(profile: string): readonly GuardianDeedLine[] {
  const file = join(profile, 'logs', guardianLogName);
  if (!existsSync(file)) return [];
  // What follows the last end of a line is being written.
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line) as GuardianDeedLine);
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

/** What the exit ledger of a profile tells of its leavings, newest first. */
export function exitReports(profile: string): readonly ExitReport[] {
  const lines = openLedgerFile(profile, keptDays, Date.now()).read();
  return entriesOf(lines).flatMap(({ report }) => (report === null ? [] : [report]));
}

function speedOf(report: ExitReport | undefined, offlineAtMs: number | null, goneAtMs: number): LeavingSpeed | null {
  if (report === undefined || offlineAtMs === null) return null;
  const { askedAtMs, endedAtMs } = report;
  return { offlineMs: offlineAtMs - askedAtMs, seenMs: endedAtMs - offlineAtMs, goneMs: goneAtMs - endedAtMs };
}
