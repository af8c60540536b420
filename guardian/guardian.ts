import type { GuardianDeed, GuardianDeedLine } from '../contract/guardian-deed.js';
import {
  type GuardianHook,
  type GuardianOrder,
  type GuardianRelaunch,
  jarPrefix,
  maxLineBytes,
} from '../contract/guardian-message.js';
import type { HookBody } from './call-hook.js';
import { tickMs } from './guardian-limits.js';
import { stepGuardian } from './guardian-machine.js';
import type { GuardianEffect, GuardianEvent, GuardianState } from './guardian-state.js';
import { createLineReader } from './line-reader.js';
import { readMessage } from './read-message.js';

/** What the guardian needs of the world. Nothing of it rejects or throws. */
export interface GuardianDeps {
  callHook(hook: GuardianHook, body: HookBody, timeoutMs: number): Promise<boolean>;
  startRecovery(relaunch: GuardianRelaunch, jar: Buffer, budgetMs: number): Promise<number | null>;
  killParent(pid: number): void;
  /** Null where the file does not tell. */
  readMarkerEpoch(file: string): number | null;
  log(line: GuardianDeedLine): void;
  /** Wall clock; counts the time of a suspend. */
  wallMs(): number;
  /** Only ever grows; may leave out the time of a suspend. */
  steadyMs(): number;
  end(): void;
}

export interface Guardian {
  /** Takes bytes from the app, and zeroes them. */
  push(chunk: Buffer): void;
  /** The app is gone. */
  inputEnded(): void;
}

const prefix = Buffer.from(jarPrefix);
const noJar = Buffer.alloc(0);

/** Runs the guardian's machine: lines, clock and outcomes become its events, its effects become deeds. */
export function createGuardian(deps: GuardianDeps): Guardian {
  let state: GuardianState = { kind: 'idle' };
  let order: GuardianOrder | null = null;
  let jar = noJar;
  let timer: NodeJS.Timeout | undefined;
  let ticker: NodeJS.Timeout | undefined;
  let tickedAt = { wallMs: 0, steadyMs: 0 };

  const lines = createLineReader((line) => {
    if (line.subarray(0, prefix.length).equals(prefix)) keepJar(line.subarray(prefix.length));
    else read(line.toString('utf8'));
  }, maxLineBytes);

  function read(line: string): void {
    const message = readMessage(line);
    if (message?.kind === 'arm') {
      forgetJar();
      order = message;
      handle({ kind: 'armed', assignment: { epoch: message.epoch, hasHook: message.hook !== null } });
    } else if (message !== null) {
      handle({ kind: message.kind === 'disarm' ? 'disarmed' : message.kind });
    }
  }

  function keepJar(bytes: Buffer): void {
    forgetJar();
    if (order === null) return;
    jar = Buffer.alloc(bytes.length);
    bytes.copy(jar);
  }

  function forgetJar(): void {
    jar.fill(0);
    jar = noJar;
  }

  function handle(event: GuardianEvent): void {
    const step = stepGuardian(state, event, deps.steadyMs());
    state = step.state;
    setTicking(state.kind === 'watching' || state.kind === 'acting');
    for (const effect of step.effects) if (!perform(effect)) return;
  }

  /** False where a newer app has the agent: then this step is no longer what is to be done. */
  function perform(effect: GuardianEffect): boolean {
    switch (effect.kind) {
      case 'callHook':
        return act(({ hook, epoch }) => {
          if (hook === null) return;
          const body: HookBody = { agentId: hook.agentId, epoch, cause: effect.cause };
          void deps.callHook(hook, body, effect.timeoutMs).then((offline) => handle({ kind: 'hookSettled', offline }));
        });
      case 'relaunch':
        return act(({ relaunch }) => {
          void deps
            .startRecovery(relaunch, jar, effect.budgetMs)
            .then((exitCode) => handle({ kind: 'relaunchSettled', exitCode }));
        });
      case 'killParent':
        return act(({ parentPid }) => deps.killParent(parentPid));
      case 'setTimer':
        clearTimeout(timer);
        timer = setTimeout(handle, effect.afterMs, { kind: 'timerFired' });
        return true;
      case 'stopTimer':
        clearTimeout(timer);
        return true;
      case 'forget':
        forgetJar();
        order = null;
        return true;
      case 'record':
        record(effect.deed);
        return true;
      case 'end':
        deps.end();
        return true;
    }
  }

  /** Every act on the agent or the app goes through here. */
  function act(deed: (order: GuardianOrder) => void): boolean {
    if (order === null) return true;
    const newest = deps.readMarkerEpoch(order.markerFile);
    if (newest !== null && newest > order.epoch) {
      handle({ kind: 'fenced' });
      return false;
    }
    deed(order);
    return true;
  }

  function record(deed: GuardianDeed): void {
    deps.log({ atMs: deps.wallMs(), epoch: epochOf(), ...deed });
  }

  const epochOf = (): number | null => order?.epoch ?? null;

  function setTicking(wanted: boolean): void {
    if (wanted === (ticker !== undefined)) return;
    clearInterval(ticker);
    ticker = undefined;
    if (!wanted) return;
    tickedAt = { wallMs: deps.wallMs(), steadyMs: deps.steadyMs() };
    ticker = setInterval(tick, tickMs);
  }

  function tick(): void {
    const now = { wallMs: deps.wallMs(), steadyMs: deps.steadyMs() };
    const gapMs = Math.max(now.wallMs - tickedAt.wallMs, now.steadyMs - tickedAt.steadyMs);
    tickedAt = now;
    handle({ kind: 'ticked', gapMs });
  }

  return { push: lines.push, inputEnded: () => handle({ kind: 'inputEnded' }) };
}
