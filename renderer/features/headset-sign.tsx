import type { HeadsetFace, HeadsetState } from '../headset/headset-view.js';
import type { Headsets } from '../models/headsets.js';
import { readMuteAgreement } from '../models/mute-agreement.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { Sign, type SignProps } from '../ui/sign.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface HeadsetSignProps {
  readonly headsets: Pick<Headsets, 'faces'>;
}

const SIGNS: Readonly<Record<HeadsetState, Pick<SignProps, 'icon' | 'tone'>>> = {
  absent: { icon: 'headsetOff', tone: null },
  opening: { icon: 'headset', tone: null },
  ready: { icon: 'headset', tone: 'available' },
  inUse: { icon: 'headsetOff', tone: 'waiting' },
  silent: { icon: 'headsetOff', tone: 'bad' },
  noButtons: { icon: 'headsetOff', tone: null },
  unopened: { icon: 'headsetOff', tone: 'bad' },
};

/** The headset that follows the calls, and whether it shows the mute that is true. Nothing where none was connected. */
export function HeadsetSign({ headsets }: HeadsetSignProps) {
  const { headset } = useScreen().words;
  const face = mostTelling(headsets.faces.value);
  if (face === null) return null;
  return (
    <Sign kind="headset" title={headset.sign[face.state]} {...SIGNS[face.state]}>
      <HeadsetFacts face={face} />
    </Sign>
  );
}

function HeadsetFacts({ face }: { readonly face: HeadsetFace }) {
  const { headset } = useScreen().words;
  const { identity, state, batteryPercent, audio, follows } = face;
  const contacts = usePart((snapshot) => snapshot.contacts);
  const muted = usePart((snapshot) => snapshot.muted);
  const mute = readMuteAgreement({ contacts, muted }, face);
  return (
    <span class="headset-facts">
      <span class="headset-of">
        <MiddleTruncated text={identity.name || headset.nameless} />
      </span>
      <span>{headset.state[state]}</span>
      {follows && mute !== 'noCall' && <span>{headset.mute[mute]}</span>}
      {batteryPercent !== null && <span>{headset.battery(batteryPercent)}</span>}
      {follows && audio === 'missing' && <span>{headset.audio.missing}</span>}
    </span>
  );
}

/** The headset that follows the calls, else the one connected last. */
function mostTelling(faces: readonly HeadsetFace[]): HeadsetFace | null {
  return faces.find(({ follows }) => follows) ?? faces.at(-1) ?? null;
}
