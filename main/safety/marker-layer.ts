import type { RunMarker } from './run-marker.js';
import type { Exposed, SafetyLayer } from './safety-net.js';

/** Notes on the disk who would be left behind; `noted` tells whether the disk took it. */
export function createMarkerLayer(marker: Pick<RunMarker, 'note'>, noted: (taken: boolean) => void): SafetyLayer {
  let last: Exposed | null = null;
  const note = (armed: boolean, of: Exposed): void => {
    noted(marker.note({ armed, ...of }));
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
