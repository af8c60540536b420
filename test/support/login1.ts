import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A lock that somebody took of the login manager; times are ms of one monotonic clock. */
export interface Login1Lock {
  readonly id: number;
  readonly what: string;
  readonly who: string;
  readonly why: string;
  readonly mode: string;
  readonly takenAtMs: number;
  /** Null as long as it is held. */
  readonly releasedAtMs: number | null;
}

/** A login manager that does what it is told, on a bus of its own. */
export interface Login1 {
  /** What `DBUS_SYSTEM_BUS_ADDRESS` must say. */
  readonly address: string;
  /** Every lock that was ever taken, in that order. */
  locks(): readonly Login1Lock[];
  /** Says that the computer is about to shut down; resolves with when, on the clock of the locks. */
  prepareForShutdown(active?: boolean): Promise<number>;
  /** Says that the computer is about to sleep, or with false that it is awake again. */
  prepareForSleep(active?: boolean): Promise<number>;
  /** Resolves with the first lock that is like this, or one that already was; rejects after the limit. */
  await(isLike: (lock: Login1Lock) => boolean, limitMs?: number): Promise<Login1Lock>;
  stop(): Promise<void>;
}

type Told =
  | { readonly event: 'ready'; readonly address: string }
  | ({ readonly event: 'taken'; readonly atMs: number } & Pick<Login1Lock, 'id' | 'what' | 'who' | 'why' | 'mode'>)
  | { readonly event: 'released'; readonly id: number; readonly atMs: number }
  | { readonly event: 'emitted'; readonly signal: string; readonly atMs: number };

const script = join(import.meta.dirname, '..', 'login1', 'login1.py');
/** Debian's, which has the packages of Debian; another that comes first in the path may not. */
const python = '/usr/bin/python3';
const startLimitMs = 20_000;
const lockLimitMs = 10_000;

/** Starts it. It ends with this process, even when this process is killed. */
export async function startLogin1(): Promise<Login1> {
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'pipe'] });
  const locks = new Map<number, Login1Lock>();
  const listeners = new Set<(told: Told) => void>();
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  createInterface({ input: child.stdout }).on('line', (line) => {
    const told = JSON.parse(line) as Told;
    note(locks, told);
    for (const listener of listeners) listener(told);
  });

  function hear<Found>(find: (told: Told) => Found | null, limitMs: number, what: string): Promise<Found> {
    return new Promise((resolve, reject) => {
      const settle = (): void => {
        clearTimeout(timer);
        listeners.delete(listener);
        child.off('exit', ended);
      };
      const fail = (why: string): void => {
        settle();
        reject(new Error(`${why} ${what}; locks: ${JSON.stringify([...locks.values()])}; ${complaints}`));
      };
      const ended = (): void => fail('The login manager ended before');
      const timer = setTimeout(fail, limitMs, `Not within ${limitMs} ms:`);
      const listener = (told: Told): void => {
        const found = find(told);
        if (found === null) return;
        settle();
        resolve(found);
      };
      child.once('exit', ended);
      listeners.add(listener);
    });
  }

  function emit(signal: string, active: boolean): Promise<number> {
    const emitted = hear(
      (told) => (told.event === 'emitted' && told.signal === signal ? told.atMs : null),
      lockLimitMs,
      signal,
    );
    child.stdin.write(`${JSON.stringify({ signal, active })}\n`);
    return emitted;
  }

  const address = await hear((told) => (told.event === 'ready' ? told.address : null), startLimitMs, 'its start');
  return {
    address,
    locks: () => [...locks.values()],
    prepareForShutdown: (active = true) => emit('PrepareForShutdown', active),
    prepareForSleep: (active = true) => emit('PrepareForSleep', active),
    await(isLike, limitMs = lockLimitMs) {
      const find = (): Login1Lock | null => [...locks.values()].find(isLike) ?? null;
      const found = find();
      return found === null ? hear(find, limitMs, 'the lock') : Promise.resolve(found);
    },
    stop: () => stopped(child),
  };
}

function note(locks: Map<number, Login1Lock>, told: Told): void {
  if (told.event === 'taken') {
    const { id, what, who, why, mode, atMs } = told;
    locks.set(id, { id, what, who, why, mode, takenAtMs: atMs, releasedAtMs: null });
  }
  if (told.event !== 'released') return;
  const lock = locks.get(told.id);
  if (lock !== undefined) locks.set(told.id, { ...lock, releasedAtMs: told.atMs });
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}
