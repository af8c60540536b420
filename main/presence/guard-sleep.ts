import type { PowerMonitor } from 'electron';
import type { ExitReport } from '../../contract/exit-entry.js';
import type { PresenceGate } from './gate.js';

export interface SleepGuardDeps {
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly gate: Pick<PresenceGate, 'askSleep'>;
  /** Whether sleep sets the agent Offline. */
  wanted(): boolean;
}

/** Leads the sleep of the computer to the gate. */
export interface SleepGuard {
  /** The gate has come to an end. */
  left(report: Pick<ExitReport, 'goal' | 'cause' | 'outcome'>): void;
}

/**
 * Nobody may be routed to a computer that sleeps. What the system did not leave time for is tried once more when it wakes,
 * before anything else. Linux tells of a sleep twice (measured with Electron 33).
 */
export function guardSleep({ power, gate, wanted }: SleepGuardDeps): SleepGuard {
  let asleep = false;
  let owed = false;

  function makeUp(): void {
    if (asleep || !owed) return;
    owed = false;
    gate.askSleep('recover');
  }

  power.on('suspend', () => {
    if (asleep) return;
    asleep = true;
    if (wanted()) gate.askSleep('system');
  });
  power.on('resume', () => {
    asleep = false;
    makeUp();
  });
  return {
    left({ goal, cause, outcome }) {
      if (goal !== 'sleep') return;
      owed = cause === 'system' && outcome === 'unconfirmed';
      // The gate rests only once it has told of its end.
      setImmediate(makeUp);
    },
  };
}
