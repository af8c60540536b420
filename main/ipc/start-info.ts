import type { App } from 'electron';
import type { StartInfo } from '../../contract/requests.js';
import type { ExitLedger } from '../ledger/exit-ledger.js';
import type { AgentMemory } from '../phone/agent-memory.js';
import type { Recovery } from '../recovery/recovery.js';
import type { OpenSafety } from '../safety/open-safety.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';
import type { SimulatorTrial } from '../trial/simulator-trial.js';

export interface StartInfoDeps {
  readonly app: Pick<App, 'getVersion' | 'getLocale'>;
  readonly settings: Pick<SettingsKeeper, 'values' | 'problems'>;
  readonly memory: Pick<AgentMemory, 'signedOut'>;
  readonly simulator: Pick<SimulatorTrial, 'info'>;
  readonly exits: Pick<ExitLedger, 'uncleanEnd'>;
  readonly safety: Pick<OpenSafety, 'recovering' | 'guard'>;
  readonly recovery: Pick<Recovery, 'blockedUntilMs'>;
}

/** What a page is told when it starts. */
export function readStartInfo({ app, settings, memory, simulator, exits, safety, recovery }: StartInfoDeps): StartInfo {
  return {
    version: app.getVersion(),
    settings: settings.values(),
    settingsProblems: settings.problems(),
    locale: app.getLocale(),
    signedOut: memory.signedOut(),
    simulator: simulator.info(),
    uncleanEnd: exits.uncleanEnd(),
    recovering: safety.recovering(),
    guard: safety.guard(),
    restartsBlockedUntilMs: recovery.blockedUntilMs(),
  };
}
