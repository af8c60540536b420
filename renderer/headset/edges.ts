import type { Edge } from './button-table.js';
import type { Levels } from './decoder.js';
import { momentOf, type SyncState } from './sync-state.js';

/** A hook that goes the same way again within this time has bounced. */
const bounceMs = 300;
/** A mute that comes so soon after we turned the lamp on is the headset's echo, not a hand. */
const echoMs = 200;
/** A boom arm that is up answers our unmute within this time. */
const lockMs = 700;
/** As many mutes in a row as right after the lamp changed are no hand's; then the agent stays muted. */
const maxMuteEchoes = 3;

export interface Edges {
  readonly state: SyncState;
  /** What a hand did, the most telling first. */
  readonly edges: readonly Edge[];
}

/** Reads what changed on the headset: drops echoes of what we wrote, bounces, and what it was when it was plugged in. */
export function readEdges(former: SyncState, levels: Levels, nowMs: number): Edges {
  const hook = readHook(former, levels, nowMs);
  const mute = readMute(hook.state, levels, nowMs);
  const heard = { ...mute.state, levels: { ...former.levels, ...levels } };
  const state = readBusy(heard, former.levels, hook.edge !== null, nowMs);
  const pressed = (['reject', 'flash', 'mute'] as const).filter((signal) => isPressed(former, levels, signal));
  // A hand presses one button at a time; a device that says more is not to be believed.
  if (pressed.length > 1) return { state, edges: [] };
  const [button] = pressed;
  const isEcho = button === 'mute' && !mute.pressed;
  const edges = [button === 'reject' ? button : null, hook.edge, button === 'reject' || isEcho ? null : button];
  return { state, edges: edges.filter((edge) => edge != null) };
}

/** Whether a button went down: it was up before, or is a pulse of which nothing was known. */
function isPressed(
  { levels: before, pulses }: SyncState,
  levels: Levels,
  signal: 'reject' | 'flash' | 'mute',
): boolean {
  const was = before[signal] ?? (signal === 'mute' ? !pulses.has(signal) : false);
  return levels[signal] === true && !was;
}

function readHook(state: SyncState, { hook }: Levels, nowMs: number): { state: SyncState; edge: Edge | null } {
  if (hook === undefined) return { state, edge: null };
  const { ack, levels, pulses } = state;
  const isPulse = pulses.has('hook');
  const before = levels.hook ?? (isPulse ? false : undefined);
  if (hook === before || (isPulse && !hook)) return { state, edge: null };
  const answersUs = ack !== null && nowMs < ack.untilMs && (isPulse || hook === ack.hook);
  if (answersUs) return { state: { ...state, ack: null }, edge: null };
  // What the hook was when the headset was plugged in is nobody's wish, unless it is lifted while it rings.
  if (before === undefined && !(hook && momentOf(state).phase === 'ringing')) return { state, edge: null };
  const lastMs = hook ? state.lastUpMs : state.lastDownMs;
  const moved = hook ? { ...state, lastUpMs: nowMs } : { ...state, lastDownMs: nowMs };
  const edge = isPulse ? 'pulse' : hook ? 'up' : 'down';
  return { state: moved, edge: nowMs - lastMs < bounceMs ? null : edge };
}

function readMute(state: SyncState, levels: Levels, nowMs: number): { state: SyncState; pressed: boolean } {
  if (!isPressed(state, levels, 'mute')) return { state, pressed: false };
  const sinceLampMs = nowMs - state.muteLampMs;
  const muteEchoes = sinceLampMs <= lockMs ? state.muteEchoes + 1 : 0;
  const wouldUnmute = state.shown?.mute === true;
  // Being heard against one's will is worse than having to press once more.
  const isEcho = wouldUnmute && (sinceLampMs <= echoMs || muteEchoes > maxMuteEchoes);
  return { state: { ...state, muteEchoes }, pressed: !isEcho };
}

/**
 * Line busy without anything of ours means that another program has a call on the headset. Lifting it by hand is told in
 * the same report where it answers our ring. What the headset shows afterwards is not known.
 */
function readBusy(state: SyncState, before: Levels, hookMoved: boolean, nowMs: number): SyncState {
  const { phase } = momentOf(state);
  const isOurs = phase !== 'idle' && phase !== 'ringing';
  if (isOurs || state.levels.busy !== true) return state.inUse ? { ...state, inUse: false, shown: null } : state;
  const awaited = state.shown?.offHook === true || (state.ack !== null && nowMs < state.ack.untilMs);
  const rose = before.busy !== true && !awaited && !(phase === 'ringing' && hookMoved);
  const lifted = phase === 'idle' && hookMoved && state.levels.hook === true;
  return rose || lifted ? { ...state, inUse: true } : state;
}
