import { useEffect, useState } from 'preact/hooks';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { type Protection, readProtection, sumUpProtection } from '../models/protection.js';
import { Sign, type SignProps } from '../ui/sign.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

export interface ProtectionSignProps {
  readonly snapshot: PhoneSnapshot;
  /** From when a broken page or panel is started anew again, ms since the epoch, local clock; null when it is now. */
  readonly restartsBlockedUntilMs: number | null;
}

type Look = Parameters<typeof StatusShape>[0];

const LOOKS: Readonly<Record<Protection['gate'] | Protection['recovery'], Look>> = {
  active: { shape: 'filled', tone: 'available' },
  nobody: { shape: 'ring', tone: 'off' },
  onCall: { shape: 'half', tone: 'off' },
  noPhone: { shape: 'half', tone: 'waiting' },
  givenUp: { shape: 'half', tone: 'waiting' },
  noOffline: { shape: 'triangle', tone: 'bad' },
};

const SIGNS: Readonly<Record<ReturnType<typeof sumUpProtection>, Pick<SignProps, 'icon' | 'tone'>>> = {
  whole: { icon: 'protected', tone: null },
  nobody: { icon: 'unprotected', tone: null },
  partly: { icon: 'halfProtected', tone: 'waiting' },
  none: { icon: 'halfProtected', tone: 'bad' },
};

/** Which layers see to it that the agent goes Offline before the app ends, and why one does not. */
export function ProtectionSign({ snapshot, restartsBlockedUntilMs }: ProtectionSignProps) {
  const { words, times } = useScreen();
  const { protection } = words;
  const blockedUntilMs = useUntil(restartsBlockedUntilMs);
  const layers = readProtection(snapshot, blockedUntilMs !== null);
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
        <Layer look={LOOKS.nobody} name={protection.layer.kill} state={protection.kill} />
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
