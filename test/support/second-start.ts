import { spawn } from 'node:child_process';
import { appArguments } from '../../scripts/app/app-arguments.mjs';
import { findElectron } from '../../scripts/setup/find-electron.mjs';

/** How a second start of the app ended. */
export interface SecondStart {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts the app once more on a profile, as a terminal or a link does, and resolves when that process has ended. */
export async function startBeside(profile: string, extra: readonly string[], ccpUrl = ''): Promise<SecondStart> {
  const electron = findElectron();
  if (!electron.ok) throw new Error(electron.message);
  const child = spawn(electron.path, appArguments({ ccpUrl, userDataDir: profile, extra }), {
    stdio: ['ignore', 'pipe', 'pipe'],
    // The words of a terminal are those of its language.
    env: { ...process.env, LC_ALL: 'en_US.UTF-8', LANGUAGE: 'en_US' },
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (part: Buffer) => {
    stdout += part.toString();
  });
  child.stderr.on('data', (part: Buffer) => {
    stderr += part.toString();
  });
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, stdout, stderr };
}
