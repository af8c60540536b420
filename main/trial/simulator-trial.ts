import type { SimulatorInfo, SimulatorOutcome } from '../../contract/requests.js';
import { awaitPlace, type SimulatorPlace } from './run-simulator.js';
import type { SimulatorProcess } from './simulator-process.js';

export interface SimulatorTrialDeps {
  /** Starts the simulator; null where there is none. */
  readonly fork: (() => SimulatorProcess) | null;
  /** Whether somebody may be other than Offline. */
  holds(): boolean;
  /** The address the phone is on. */
  ccpUrl(): string;
  /** Works on an address until the app ends, without storing it. */
  openForNow(ccpUrl: string): void;
  openInBrowser(address: string): void;
}

/** Trying the phone on the simulator that a checkout carries. */
export interface SimulatorTrial {
  /** Starts the simulator, or goes back to the one that runs, and opens the phone on it and the trainer's panel. */
  begin(): Promise<SimulatorOutcome>;
  /** What the page says of it; null where there is no simulator. */
  info(): SimulatorInfo | null;
}

export function createSimulatorTrial(deps: SimulatorTrialDeps): SimulatorTrial {
  let place: SimulatorPlace | null = null;
  let starting: Promise<SimulatorOutcome> | null = null;

  async function begin(fork: () => SimulatorProcess): Promise<SimulatorOutcome> {
    place ??= await awaitPlace(fork(), () => {
      place = null;
    });
    if (place === null) return 'failed';
    // Somebody may have signed in while it started.
    if (deps.holds()) return 'notOffline';
    deps.openForNow(place.ccpUrl);
    deps.openInBrowser(place.trainerPanel);
    return 'opened';
  }

  return {
    async begin() {
      if (deps.fork === null) return 'failed';
      if (deps.holds()) return 'notOffline';
      // Pressed twice it is one trial.
      starting ??= begin(deps.fork).finally(() => {
        starting = null;
      });
      return starting;
    },
    info() {
      if (deps.fork === null) return null;
      return { trainerPanel: place?.ccpUrl === deps.ccpUrl() ? place.trainerPanel : null };
    },
  };
}
