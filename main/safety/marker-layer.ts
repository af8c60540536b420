import type { RunMarker } from './run-marker.js';
import type { Exposed, SafetyLayer } from './safety-net.js';

/** Notes on the disk who would be left behind; `notWritten` tells that the disk would not take it. */
export function createMarkerLayer(marker: Pick<RunMarker, 'note'>, notWritten: () => void): SafetyLayer {
  let last: Exposed | null = null;
  const note = (armed: boolean, of: Exposed): void => {
    if (!marker.note({ armed, ...of })) notWritten();
  };
  return {
    arm(exposed) {
      last = exposed;
      note(true, exposed);
    },
    disarm() {
      if (last !== null) note(false, last);
    },
    end: () => undefined,
  };
}
