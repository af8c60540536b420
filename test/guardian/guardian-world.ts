import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { onTestFinished } from 'vitest';
import type { GuardianDeedLine } from '../../contract/guardian-deed.js';
import type { GuardianOrder } from '../../contract/guardian-message.js';
import type { GuardianLinkState } from '../../main/guardian/guardian-link.js';
import { guardianName } from '../../scripts/app/make-guardian.mjs';
import { makeTemporaryFolder } from '../unit/main/temporary-folder.js';
import type { ParentRequest } from './parent.js';

const repository = join(import.meta.dirname, '..', '..');
/** The guardian as built; what ships is the same file. */
export const guardianExecutable = join(repository, 'dist', 'guardian', guardianName);
const recoveredApp = join(import.meta.dirname, 'recovered-app.mjs');
const lookAgainMs = 20;

/** Resolves with the first value that is not null. The limit is the test's own. */
export async function until<Value>(look: () => Value | null): Promise<Value> {
  for (;;) {
    const value = look();
    if (value !== null) return value;
    await new Promise((resolve) => void setTimeout(resolve, lookAgainMs));
  }
}

/** A hook that says Offline, and when it was asked. */
export async function openHook() {
  const asked: { atMs: number; request: IncomingMessage }[] = [];
  const server = createServer((request, response) => {
    asked.push({ atMs: Date.now(), request });
    response.end('{"offline":true}');
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let bundled: Promise<string> | undefined;

/** The stand-in of the app as one script; once for all tests, in a folder that outlives each. */
function bundleParent(): Promise<string> {
  bundled ??= (async () => {
    // One for each worker that runs such tests.
    const outfile = join(repository, 'dist', 'test-guardian', `parent-${process.pid}.cjs`);
    await build({
      entryPoints: [join(import.meta.dirname, 'parent.ts')],
      bundle: true,
      platform: 'node',
      format: 'cjs',
      logLevel: 'error',
      outfile,
    });
    return outfile;
  })();
  return bundled;
}

export type GuardianWorld = Awaited<ReturnType<typeof openWorld>>;

/** An app with a guardian of its own, in a folder of its own. All that is started is ended with the test. */
export async function openWorld({ hookUrl = null as string | null, exitCode = 0, env = {} } = {}) {
  const folder = makeTemporaryFolder();
  const logs = join(folder, 'logs');
  const recoveredFile = join(folder, 'recovered.json');
  const app: ChildProcess = spawn(process.execPath, [await bundleParent(), guardianExecutable, logs], {
    stdio: ['pipe', 'pipe', 'inherit'],
    // A group of its own, that can be killed as one.
    detached: true,
    env: { ...process.env, ...env },
  });
  const pid = app.pid ?? 0;
  const states: GuardianLinkState[] = [];
  if (app.stdout !== null) createInterface(app.stdout).on('line', (line) => void states.push(JSON.parse(line)));
  const started = new Set<number>([pid]);
  onTestFinished(() => started.forEach(end));

  const order: GuardianOrder = {
    epoch: 7,
    markerFile: join(folder, 'marker.json'),
    hook: hookUrl === null ? null : { url: hookUrl, token: 'T0KEN', agentId: 'agent-1' },
    relaunch: { command: process.execPath, args: [recoveredApp, recoveredFile, String(exitCode)], cwd: folder },
    parentPid: pid,
  };
  const tell = (request: ParentRequest): void => void app.stdin?.write(`${JSON.stringify(request)}\n`);
  const log = (): readonly GuardianDeedLine[] => {
    const file = join(logs, 'guardian.ndjson');
    if (!existsSync(file)) return [];
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line));
  };
  const world = {
    app: pid,
    order,
    states,
    log,
    tell,
    recovered: () => (existsSync(recoveredFile) ? JSON.parse(readFileSync(recoveredFile, 'utf8')) : null),
    /** The guardian that the app has now. */
    guardian() {
      const found = childrenOf(pid).at(-1) ?? null;
      if (found !== null) started.add(found);
      return found;
    },
    deed: (kind: GuardianDeedLine['kind']) => until(() => log().find((line) => line.kind === kind) ?? null),
    state: (kind: GuardianLinkState['kind']) => until(() => (states.at(-1)?.kind === kind ? true : null)),
  };
  tell({ do: 'arm', order });
  await world.deed('armed');
  return { ...world, watcher: await until(world.guardian) };
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    // One that nobody has waited for yet is dead all the same.
    return !execFileSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' }).startsWith('Z');
  } catch {
    return false;
  }
}

export const gone = (pid: number): Promise<true> => until(() => (isAlive(pid) ? null : true));

function childrenOf(pid: number): readonly number[] {
  try {
    return execFileSync('pgrep', ['-P', String(pid)], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
}

function end(pid: number): void {
  for (const signal of ['SIGCONT', 'SIGKILL'] as const) {
    try {
      process.kill(pid, signal);
    } catch {
      // It has ended by itself.
    }
  }
}
