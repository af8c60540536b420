import type { PanelTrouble } from './health.js';

/** Troubles that a new frame of the panel mends; the others are for a person to mend. */
export const mendedByRestart = ['panelSilent', 'stale', 'slept', 'gaveUp'] as const satisfies readonly PanelTrouble[];

/** Whether the panel has to be started anew before anything can be expected of it. */
export function needsRestart(trouble: PanelTrouble | null): boolean {
  return (mendedByRestart as readonly (PanelTrouble | null)[]).includes(trouble);
}
