import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { GuardState } from '../../contract/guard-state.js';
import { type DesktopProtection, type Protection, readProtection, sumUpProtection } from '../models/protection.js';
import { Sign, type SignProps } from '../ui/sign.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { useDerived } from './use-part.js';

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
  const { phone, words } = useScreen();
  const blockedUntilMs = useUntil(restartsBlockedUntilMs);
  const desktop = { restartsBlocked: blockedUntilMs !== null, guard: guard.value };
  const sum = useDerived(
    () => sumUpProtection(readProtection(phone.snapshot.value, desktop)),
    [desktop.restartsBlocked, desktop.guard],
  );
  return (
    <Sign kind="protection" title={words.protection.title[sum]} {...SIGNS[sum]}>
      <Layers blockedUntilMs={blockedUntilMs} desktop={desktop} />
    </Sign>
  );
}

interface LayersProps {
  readonly blockedUntilMs: number | null;
  readonly desktop: DesktopProtection;
}

function Layers({ blockedUntilMs, desktop }: LayersProps) {
  const { phone, words, times } = useScreen();
  const { layer, ...protection } = words.protection;
  const { gate, recovery, guard } = readProtection(phone.snapshot.value, desktop);
  const recoveryText =
    recovery === 'givenUp'
      ? protection.givenUp(blockedUntilMs === null ? '' : times.near(blockedUntilMs, Date.now()))
      : protection.recovery[recovery];
  return (
    <dl class="layers">
      <Layer look={LOOKS[gate]} name={layer.gate} state={protection.gate[gate]} />
      <Layer look={LOOKS[recovery]} name={layer.recovery} state={recoveryText} />
      <Layer look={LOOKS[guard]} name={layer.guard} state={protection.guard[guard]} />
    </dl>
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
