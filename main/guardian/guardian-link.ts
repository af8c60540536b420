import {
  beatIntervalMs,
  type GuardianMessage,
  type GuardianOrder,
  jarPrefix,
  maxLineBytes,
} from '../../contract/guardian-message.js';
import type { GuardianLauncher, GuardianProcess } from './launch-guardian.js';

/**
 * - notArmed: nobody is signed in, or Offline is confirmed
 * - missing: the executable is not there
 * - keepsEnding: it ended three times in a row, as when a policy of this machine forbids it
 */
export type GuardianOffReason = 'notArmed' | 'missing' | 'keepsEnding';

/** Whether a guardian watches; `starting` is the short while in which a new one takes over. */
export type GuardianLinkState =
  | { readonly kind: 'on' | 'starting' }
  | { readonly kind: 'off'; readonly reason: GuardianOffReason };

export interface GuardianLinkDeps {
  readonly launcher: GuardianLauncher;
  onChange(state: GuardianLinkState): void;
  record(event: string, facts?: Readonly<Record<string, string | number | boolean | null>>): void;
}

/** The desktop side's end of the guardian. Nothing is started before the first `arm`. */
export interface GuardianLink {
  /** An agent may be other than Offline. Also after a newer order, and to try again one that was given up. */
  arm(order: GuardianOrder): void;
  /** The cookies a hidden start needs, as one line of bytes. Kept only while armed. */
  setJar(bytes: Uint8Array): void;
  /** Offline is confirmed, the app goes on. */
  disarm(): void;
  /** Offline is confirmed, the app ends now; the words are on their way when this returns. */
  bye(): void;
  state(): GuardianLinkState;
}

const newline = 0x0a;
const respawnMs = 500;
const maxEndsInARow = 3;
/** One that lived so long did not fail at its start. */
const soundLifeMs = 60_000;

/** Starts a guardian when there is something to guard, keeps it informed, and replaces it when it dies. */
export function openGuardian({ launcher, onChange, record }: GuardianLinkDeps): GuardianLink {
  let order: GuardianOrder | null = null;
  let jar = Buffer.alloc(0);
  let running: { readonly guardian: GuardianProcess; readonly sinceMs: number } | null = null;
  let endsInARow = 0;
  let state: GuardianLinkState = { kind: 'off', reason: 'notArmed' };
  let beats: NodeJS.Timeout | undefined;
  let respawn: NodeJS.Timeout | undefined;

  function tell(next: GuardianLinkState): void {
    if (next.kind === state.kind && reasonOf(next) === reasonOf(state)) return;
    state = next;
    record('guardian', { state: next.kind, reason: reasonOf(next) });
    onChange(next);
  }

  function send(message: GuardianMessage): void {
    running?.guardian.write(`${JSON.stringify(message)}\n`);
  }

  function sendJar(): void {
    if (jar.length > 0) running?.guardian.write(Buffer.concat([Buffer.from(jarPrefix), jar, Buffer.from('\n')]));
  }

  function sendOrder(): void {
    if (order === null) return;
    send({ kind: 'arm', ...order });
    sendJar();
    tell({ kind: 'on' });
  }

  function start(): void {
    if (!launcher.isThere()) {
      tell({ kind: 'off', reason: 'missing' });
      return;
    }
    const started = { guardian: launcher.launch(), sinceMs: performance.now() };
    running = started;
    started.guardian.onEnd(() => {
      if (running === started) ended(started.sinceMs);
    });
    sendOrder();
  }

  function ended(sinceMs: number): void {
    running = null;
    endsInARow = performance.now() - sinceMs >= soundLifeMs ? 1 : endsInARow + 1;
    record('guardian-ended', { inARow: endsInARow });
    if (order === null) return;
    if (endsInARow >= maxEndsInARow) {
      tell({ kind: 'off', reason: 'keepsEnding' });
      return;
    }
    tell({ kind: 'starting' });
    respawn = setTimeout(start, respawnMs);
    respawn.unref();
  }

  function forget(): void {
    order = null;
    forgetJar();
    clearInterval(beats);
    clearTimeout(respawn);
    beats = undefined;
    tell({ kind: 'off', reason: 'notArmed' });
  }

  function forgetJar(): void {
    jar.fill(0);
    jar = Buffer.alloc(0);
  }

  return {
    arm(next) {
      // The jar of another agent is not this one's.
      if (order !== null && order.epoch !== next.epoch) forgetJar();
      order = next;
      if (beats === undefined) {
        beats = setInterval(send, beatIntervalMs, { kind: 'beat' });
        beats.unref();
      }
      clearTimeout(respawn);
      if (running !== null) {
        sendOrder();
        return;
      }
      if (state.kind === 'off' && state.reason === 'keepsEnding') endsInARow = 0;
      start();
    },
    setJar(bytes) {
      if (order === null) return;
      forgetJar();
      if (bytes.includes(newline) || bytes.length + jarPrefix.length + 1 > maxLineBytes) {
        record('guardian-jar-refused', { bytes: bytes.length });
        return;
      }
      jar = Buffer.alloc(bytes.length);
      jar.set(bytes);
      sendJar();
    },
    disarm() {
      if (order === null) return;
      send({ kind: 'disarm' });
      forget();
    },
    bye() {
      send({ kind: 'bye' });
      running = null;
      forget();
    },
    state: () => state,
  };
}

const reasonOf = (state: GuardianLinkState): string | null => (state.kind === 'off' ? state.reason : null);
