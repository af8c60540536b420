import type { ReadonlySignal } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { HeadsetIdentity } from '../../contract/headset.js';
import type { HeadsetFace, HeadsetPress, HeadsetState } from '../headset/headset-view.js';
import { IconButton } from '../ui/button.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

export interface HeadsetRowProps {
  readonly face: HeadsetFace;
  readonly press: ReadonlySignal<HeadsetPress | null>;
  readonly forget: (headset: HeadsetIdentity) => void;
}

const LOOKS: Readonly<Record<HeadsetState, Parameters<typeof StatusShape>[0]>> = {
  absent: { shape: 'ring', tone: 'off' },
  opening: { shape: 'half', tone: 'off' },
  ready: { shape: 'filled', tone: 'available' },
  inUse: { shape: 'half', tone: 'waiting' },
  silent: { shape: 'triangle', tone: 'bad' },
  noButtons: { shape: 'ring', tone: 'off' },
  unopened: { shape: 'triangle', tone: 'bad' },
};

/** One headset: what is true of it, and its buttons, which light up when they are pressed. */
export function HeadsetRow({ face, press, forget }: HeadsetRowProps) {
  const { headset } = useScreen().words;
  const { identity, state, follows, batteryPercent, audio, buttons } = face;
  const name = identity.name || headset.nameless;
  const lit = useLit(press.value?.id === face.id ? press.value : null);
  const shown = buttons.filter((button) => button !== 'busy');
  return (
    <li class="headset-row">
      <span class="headset-name">
        <StatusShape {...LOOKS[state]} />
        <MiddleTruncated text={name} />
      </span>
      <IconButton label={headset.forget(name)} icon="close" onPress={() => forget(identity)} />
      <span class="headset-facts hint">
        <span>{state === 'ready' && !follows ? headset.spare : headset.state[state]}</span>
        {batteryPercent !== null && <span>{headset.battery(batteryPercent)}</span>}
        {state === 'ready' && <span>{headset.audio[audio]}</span>}
      </span>
      {state === 'ready' && shown.length > 0 && (
        <div class="headset-test">
          <span class="hint">{headset.test}</span>
          <ul class="headset-buttons">
            {shown.map((button) => (
              <li key={button} class={lit?.button === button ? 'headset-button lit' : 'headset-button'}>
                {headset.buttons[button]}
              </li>
            ))}
          </ul>
          <span class="only-read-out" role="status">
            {lit !== null && headset.pressed(headset.buttons[lit.button])}
          </span>
        </div>
      )}
    </li>
  );
}

const litMs = 1_500;

/** A press for a while, then null; one that was there before this was looked at is none. */
function useLit(press: HeadsetPress | null): HeadsetPress | null {
  const [before] = useState(press?.count ?? 0);
  const [ended, setEnded] = useState(0);
  const count = press?.count ?? 0;
  useEffect(() => {
    if (count <= before) return;
    const timer = setTimeout(() => setEnded(count), litMs);
    return () => clearTimeout(timer);
  }, [count]);
  return count > before && count > ended ? press : null;
}
