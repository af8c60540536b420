import { accessSync, constants } from 'node:fs';
import type { App } from 'electron';
import type { PresenceGate } from './gate.js';

const quitSwitch = '--quit';

/** Of a start that could not do its work. */
const failedExitCode = 1;

/** The profile of this start. */
export interface Profile {
  readonly folder: string;
  /** Tells the agent that the folder cannot be written to. */
  tellReadOnly(folder: string): void;
}

/**
 * Claims to be the one app of this profile. Ends a process that has nothing to do: another one runs, which has been told
 * the command line, or there is none that `--quit` could end. Nobody is signed in here yet, so no gate is passed by.
 */
export function claimInstance(
  app: Pick<App, 'requestSingleInstanceLock' | 'exit'>,
  argv: readonly string[],
  { folder, tellReadOnly }: Profile,
): void {
  // A rescue run that holds the profile starts the phone anew with exactly this.
  if (app.requestSingleInstanceLock({ argv: [...argv] })) {
    if (argv.includes(quitSwitch)) app.exit(0);
    return;
  }
  // On Linux and macOS the claim is a file in the profile; where none can be made it looks as if another app ran.
  const readOnly = isReadOnly(folder);
  if (readOnly) tellReadOnly(folder);
  app.exit(readOnly ? failedExitCode : 0);
}

function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch {
    return true;
  }
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
