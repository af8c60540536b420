import type { App } from 'electron';
import type { PresenceGate } from './gate.js';

const quitSwitch = '--quit';

/**
 * Claims to be the one app of this profile. Ends a process that has nothing to do: another one runs, which has been told
 * the command line, or there is none that `--quit` could end. Nobody is signed in here yet, so no gate is passed by.
 */
export function claimInstance(app: Pick<App, 'requestSingleInstanceLock' | 'exit'>, argv: readonly string[]): void {
  if (!app.requestSingleInstanceLock() || argv.includes(quitSwitch)) app.exit(0);
}

/** Answers those that come later: `--quit` asks to leave as the agent would, anything else brings the window forward. */
export function answerSecondInstances(
  app: Pick<App, 'on'>,
  gate: Pick<PresenceGate, 'askExit'>,
  bringForward: () => void,
): void {
  app.on('second-instance', (_event, argv) => {
    if (argv.includes(quitSwitch)) gate.askExit('agent', 'second-instance');
    else bringForward();
  });
}
