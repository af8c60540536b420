import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { GuardState } from '../../contract/guard-state.js';
import { joinProtection, type Protection, readGate, readRecovery, sumUpProtection } from '../models/protection.js';
import { Sign, type SignProps } from '../ui/sign.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface ProtectionSignProps {
  /** From when a broken page or panel is started anew again, ms since the epoch, local clock; null when it is now. */
  readonly restartsBlockedUntilMs: number | null;
  readonly guard: ReadonlySignal<GuardState>;
}

type Look = Parameters<typeof StatusShape>[0];

const LOOKS: Readonly<Record<Protection['gate'] | Protection['recovery'] | Protection['guard'], Look>> = {
  active: { shape: 'filled', tone: 'available' },
  nobody: { shape: 'ring', tone: 'off' },
  onCall: { shape: 'half', tone: 'off' },
  noPhone: { shape: 'half', tone: 'waiting' },
  givenUp: { shape: 'half', tone: 'waiting' },
  noOffline: { shape: 'triangle', tone: 'bad' },
  on: { shape: 'filled', tone: 'available' },
  starting: { shape: 'half', tone: 'off' },
  missing: { shape: 'half', tone: 'waiting' },
  keepsEnding: { shape: 'half', tone: 'waiting' },
  notNoted: { shape: 'half', tone: 'waiting' },
  off: { shape: 'ring', tone: 'off' },
};

const SIGNS: Readonly<Record<ReturnType<typeof sumUpProtection>, Pick<SignProps, 'icon' | 'tone'>>> = {
  whole: { icon: 'protected', tone: null },
  nobody: { icon: 'unprotected', tone: null },
  unguarded: { icon: 'halfProtected', tone: 'waiting' },
  partly: { icon: 'halfProtected', tone: 'waiting' },
  none: { icon: 'halfProtected', tone: 'bad' },
};

/** Which layers see to it that the agent goes Offline before the app ends, and why one does not. */
export function ProtectionSign({ restartsBlockedUntilMs, guard }: ProtectionSignProps) {
  const { words, times } = useScreen();
  const { protection } = words;
  const blockedUntilMs = useUntil(restartsBlockedUntilMs);
  const phone = { gate: usePart(readGate), recovery: usePart(readRecovery) };
  const layers = joinProtection(phone, { restartsBlocked: blockedUntilMs !== null, guard: guard.value });
  const sum = sumUpProtection(layers);
  const recovery =
    layers.recovery === 'givenUp'
      ? protection.givenUp(blockedUntilMs === null ? '' : times.near(blockedUntilMs, Date.now()))
      : protection.recovery[layers.recovery];
  return (
    <Sign kind="protection" title={protection.title[sum]} {...SIGNS[sum]}>
      <dl class="layers">
        <Layer look={LOOKS[layers.gate]} name={protection.layer.gate} state={protection.gate[layers.gate]} />
        <Layer look={LOOKS[layers.recovery]} name={protection.layer.recovery} state={recovery} />
        <Layer look={LOOKS[layers.guard]} name={protection.layer.guard} state={protection.guard[layers.guard]} />
      </dl>
    </Sign>
  );
}

function Layer({ look, name, state }: { readonly look: Look; readonly name: string; readonly state: string }) {
  return (
    <div>
      <dt>
        <StatusShape {...look} /> {name}
      </dt>
      <dd>{state}</dd>
    </div>
  );
}

/** A moment while it lies ahead, then null. */
function useUntil(untilMs: number | null): number | null {
  const [passed, setPassed] = useState(untilMs === null || untilMs <= Date.now());
  useEffect(() => {
    if (untilMs === null || passed) return;
    const timer = setTimeout(() => setPassed(true), untilMs - Date.now());
    return () => clearTimeout(timer);
  }, []);
  return passed ? null : untilMs;
}
