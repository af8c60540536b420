import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A line of the menu as the desktop reads it; an underline before a letter is `_`, a real one `__`. */
export interface ShownLine {
  readonly label: string;
  readonly type: 'standard' | 'separator';
  readonly enabled: boolean;
  readonly toggle: '' | 'radio' | 'checkmark';
  readonly checked: boolean;
  readonly children: readonly ShownLine[];
}

/** The app's icon as the desktop reads it. */
export interface ShownIcon {
  /** Null where the app names a picture instead of giving it. */
  readonly icon: { readonly width: number; readonly height: number; readonly sha256: string } | null;
  readonly iconName: string;
  /** Title and text. */
  readonly toolTip: readonly string[];
  readonly menu: readonly ShownLine[];
}

/** The part of a desktop that shows tray icons, on a session bus of a test. */
export interface TrayHostRig {
  /** Shows icons from now on; `hostless`: takes them, and nobody shows them. */
  appear(hostless?: boolean): Promise<void>;
  vanish(): Promise<void>;
  /** Whether somebody shows the icons that are taken. */
  hosts(there: boolean): Promise<void>;
  /** The newest icon, or null while there is none. */
  read(): Promise<ShownIcon | null>;
  /** Chooses the line of the menu under these labels; false when there is none such. */
  press(...path: readonly string[]): Promise<boolean>;
  /** Clicks on the icon itself. */
  activate(): Promise<void>;
  /** The signals by which the app said so far that something about its icon is new. */
  changes(): readonly string[];
  /** How often an icon was brought so far. */
  registrations(): number;
  stop(): Promise<void>;
}

const script = join(import.meta.dirname, '..', 'session-bus', 'tray-host.py');
/** Debian's, which has the packages of Debian; another that comes first in the path may not. */
const python = '/usr/bin/python3';

type Told =
  | { readonly event: 'ready' }
  | { readonly event: 'registered' }
  | { readonly event: 'changed'; readonly signal: string }
  | ({ readonly event: 'answer'; readonly id: number } & Readonly<Record<string, unknown>>);

/** Starts it; nobody shows icons until it appears. It ends with this process, even when this process is killed. */
export async function startTrayHost(address: string): Promise<TrayHostRig> {
  const child = spawn(python, [script, address], { stdio: ['pipe', 'pipe', 'inherit'] });
  const waiting = new Map<number, (answer: Readonly<Record<string, unknown>>) => void>();
  const changes: string[] = [];
  let registrations = 0;
  let nextId = 0;
  const lines = createInterface({ input: child.stdout });
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The tray host ended with ${code}`)));
    lines.on('line', (line) => {
      const told = JSON.parse(line) as Told;
      if (told.event === 'ready') resolve();
      else if (told.event === 'registered') registrations += 1;
      else if (told.event === 'changed') changes.push(told.signal);
      else {
        waiting.get(told.id)?.(told);
        waiting.delete(told.id);
      }
    });
  });
  await ready;

  function order(what: string, facts: object = {}): Promise<Readonly<Record<string, unknown>>> {
    const id = nextId++;
    return new Promise((resolve) => {
      waiting.set(id, resolve);
      child.stdin.write(`${JSON.stringify({ id, do: what, ...facts })}\n`);
    });
  }

  return {
    async appear(hostless = false) {
      await order('appear', { hostless });
    },
    async vanish() {
      await order('vanish');
    },
    async hosts(there) {
      await order('hosts', { there });
    },
    read: async () => (await order('read'))['item'] as ShownIcon | null,
    press: async (...path) => (await order('press', { path }))['pressed'] === true,
    async activate() {
      await order('activate');
    },
    changes: () => [...changes],
    registrations: () => registrations,
    stop: () => stopped(child),
  };
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
}
