import type { SettingsKeeper } from '../settings/settings-keeper.js';
import { findSimulator } from './find-simulator.js';
import { forkSimulator } from './simulator-process.js';
import { createSimulatorTrial, type SimulatorTrial, type SimulatorTrialDeps } from './simulator-trial.js';

export interface OpenSimulatorTrialDeps extends Pick<SimulatorTrialDeps, 'holds' | 'openInBrowser'> {
  /** Folder of the build, where the simulator may lie. */
  readonly dist: string;
  readonly packaged: boolean;
  /** The only origin that may frame the simulator's panel. */
  readonly pageOrigin: string;
  readonly settings: Pick<SettingsKeeper, 'values' | 'useForNow'>;
  openInstance(ccpUrl: string): void;
}

/** Offers the simulator where it is on the disk; its address is used until the app ends and never stored. */
export function openSimulatorTrial(deps: OpenSimulatorTrialDeps): SimulatorTrial {
  const { dist, packaged, pageOrigin, settings, holds, openInstance, openInBrowser } = deps;
  const entry = findSimulator(dist, packaged);
  return createSimulatorTrial({
    fork: entry === null ? null : () => forkSimulator(entry, pageOrigin),
    holds,
    ccpUrl: () => settings.values().ccpUrl,
    openForNow(ccpUrl) {
      settings.useForNow({ ccpUrl, region: '', loginUrl: '' });
      openInstance(ccpUrl);
    },
    openInBrowser,
  });
}
