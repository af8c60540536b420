import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { appArguments } from '../app/app-arguments.mjs';
import { startSimulator } from '../app/start-simulator.mjs';
import { findElectron } from '../setup/find-electron.mjs';
import { SetupProblem } from '../setup/problem.mjs';

const leavingSignals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/** How long the pretend centre lets a phone ring, and how long a dialled customer takes to answer. */
const habits = { ringTimeoutMs: 20_000, autoAnswerOutboundMs: 3_000 };

/**
 * Opens the app on a simulator with a signed-in agent and resolves when the app has ended.
 *
 * @param {{ seed: number, fakeMicrophone: boolean }} options
 */
export async function openDemo({ seed, fakeMicrophone }) {
  const electron = findElectron();
  if (!electron.ok) throw new SetupProblem(electron.message);
  const simulator = await startSimulator({ seed, ...habits });
  const userDataDir = mkdtempSync(join(tmpdir(), 'switchhook-demo-'));
  const app = spawn(electron.path, appArguments({ ccpUrl: simulator.ccpUrl, userDataDir, fakeMicrophone }), {
    stdio: ['ignore', 'inherit', 'ignore'],
  });
  process.stdout.write(
    [
      'The phone is open, with a signed-in agent.',
      `Ring it from the control panel: ${simulator.controlUrl}`,
      'Quit the app or press Ctrl+C to leave; the phone goes Offline first.',
      '',
    ].join('\n'),
  );
  // The simulator must outlast the app, which leaves in good order; the gate takes a signal twice as one.
  for (const signal of leavingSignals) process.on(signal, () => app.kill(signal));
  await once(app, 'exit');
  const status = simulator.events.at(-1)?.CurrentAgentSnapshot.AgentStatus.Name;
  process.stdout.write(`The app has ended. The pretend Connect says the agent is ${status}.\n`);
  await simulator.stop();
  rmSync(userDataDir, { recursive: true, force: true });
}
