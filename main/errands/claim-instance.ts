import { accessSync, constants } from 'node:fs';
import type { App } from 'electron';
import { chooseWords } from '../../contract/words/choose-words.js';
import { callerCodes } from './errand-answer.js';
import { packHandOver } from './handed-over.js';
import { type CommandLine, readCommandLine } from './read-command-line.js';

/** Of a start that could not do its work. */
const failedExitCode = 1;

/** The profile of this start. */
export interface Profile {
  readonly folder: string;
  /** Tells the agent that the folder cannot be written to. */
  tellReadOnly(folder: string): void;
}

/** What is needed of the process. */
export type Caller = Pick<NodeJS.Process, 'argv' | 'stdout' | 'stderr'>;

type ClaimingApp = Pick<App, 'requestSingleInstanceLock' | 'exit' | 'getVersion'>;

/**
 * Claims to be the one app of this profile, and resolves with what its command line asks of it. Ends a process that has
 * nothing to do: another one runs, which was told and whose answer is on the terminal now, or nobody runs who could be
 * asked. Nobody is signed in here yet, so no gate is passed by.
 */
export async function claimInstance(app: ClaimingApp, caller: Caller, profile: Profile): Promise<CommandLine> {
  const line = readCommandLine(caller.argv);
  // Electron knows its language only when it is ready, which a caller never is; a start is not held up by asking (some 10 ms).
  const words = () => chooseWords(Intl.DateTimeFormat().resolvedOptions().locale);
  async function end(code: number, text?: string): Promise<never> {
    if (text !== undefined) await write(code === callerCodes.done ? caller.stdout : caller.stderr, `${text}\n`);
    app.exit(code);
    return new Promise(() => undefined);
  }
  if (line.kind === 'version') return end(callerCodes.done, app.getVersion());
  if (line.kind === 'misuse') return end(callerCodes.misuse, words().errands.misuse[line.why]);
  const channel = line.kind === 'errand' ? (await import('./await-answer.js')).awaitAnswer() : null;
  // A rescue run that holds the profile starts the phone anew with exactly this.
  const handedOver = packHandOver({ argv: caller.argv, answerAt: channel?.address ?? null });
  if (app.requestSingleInstanceLock({ ...handedOver })) {
    channel?.close();
    if (line.kind === 'errand' && !startsApp(line)) return end(callerCodes.nobodyRuns, words().errands.nobodyRuns);
    return line;
  }
  // On Linux and macOS the claim is a file in the profile; where none can be made it looks as if another app ran.
  if (isReadOnly(profile.folder)) {
    channel?.close();
    if (channel !== null) return end(failedExitCode, words().readOnlyProfile(profile.folder));
    profile.tellReadOnly(profile.folder);
    return end(failedExitCode);
  }
  if (channel === null) return end(callerCodes.done);
  const answer = await channel.answer;
  return answer === null ? end(callerCodes.noAnswer, words().errands.noAnswer) : end(answer.code, answer.text);
}

/** What may wait until somebody has signed in; all else is for an app that runs. */
export function startsApp(line: CommandLine): boolean {
  return line.kind === 'start' || (line.kind === 'errand' && (line.source === 'link' || line.errand.kind === 'dial'));
}

function isReadOnly(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    return false;
  } catch {
    return true;
  }
}

/** Resolves when the text is out, or when nobody reads any more. */
function write(stream: NodeJS.WritableStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    stream.once('error', () => resolve());
    stream.write(text, () => resolve());
  });
}
