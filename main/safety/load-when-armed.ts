import type { Exposed, SafetyLayer } from './safety-net.js';

/** A layer that is loaded when it is first armed: a start waits for nothing that it does not need. */
export function loadWhenArmed(load: () => Promise<SafetyLayer>, notLoaded: () => void): SafetyLayer {
  let armedFor: Exposed | null = null;
  let loading = false;
  let layer: SafetyLayer | null = null;

  function loaded(ready: SafetyLayer): void {
    layer = ready;
    if (armedFor !== null) layer.arm(armedFor);
  }

  return {
    arm(exposed) {
      armedFor = exposed;
      layer?.arm(exposed);
      if (loading) return;
      loading = true;
      load().then(loaded, notLoaded);
    },
    disarm(isConfirmed) {
      armedFor = null;
      layer?.disarm(isConfirmed);
    },
    end: () => layer?.end(),
  };
}
