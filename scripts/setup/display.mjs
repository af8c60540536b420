import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { SetupProblem } from './problem.mjs';

const screen = '1280x900x24';
const startLimitMs = 20_000;

/** The descriptor on which Xvfb reports the number of the display it took. */
const displayFd = 3;

/**
 * Starts Xvfb and ends it when stdin closes, which also happens when this process is killed and can stop nothing itself.
 * The shell gives its own end of the report away, so that only Xvfb holds it and its death shows.
 */
const endWithParent = `Xvfb "$@" & server=$!; exec ${displayFd}>&-; read -r _; kill "$server"; wait "$server"`;

/**
 * @typedef {{ env: NodeJS.ProcessEnv, virtual: boolean, stop: () => Promise<void> }} Display the environment for what
 * is to draw there, and how to end the display if it is ours
 */

/**
 * Gives the display of this machine, or a virtual one where there is none.
 *
 * @returns {Promise<Display>}
 */
export async function ensureDisplay() {
  if (!needsVirtualDisplay(process.platform, process.env)) {
    return { env: process.env, virtual: false, stop: async () => {} };
  }
  return startVirtualDisplay();
}

/**
 * Whether windows have nowhere to appear.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function needsVirtualDisplay(platform, env) {
  return platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY;
}

/** @returns {Promise<Display>} */
async function startVirtualDisplay() {
  const server = ['-displayfd', `${displayFd}`, '-screen', '0', screen, '-nolisten', 'tcp'];
  const shell = spawn('sh', ['-c', endWithParent, 'sh', ...server], {
    stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
    // Ctrl-C goes to the app, which then leaves in good order; the display must outlast it.
    detached: true,
  });
  const ended = once(shell, 'exit');
  const stop = async () => {
    shell.ref();
    shell.stdin?.end();
    await ended;
  };
  try {
    const number = await firstLine(/** @type {import('node:stream').Readable} */ (shell.stdio[displayFd]));
    letGo(shell);
    return { env: { ...process.env, DISPLAY: `:${number}` }, virtual: true, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * The text up to the first line break; a stream that ends before it or is silent too long is a problem.
 *
 * @param {import('node:stream').Readable} stream
 * @returns {Promise<string>}
 */
async function firstLine(stream) {
  const advice = 'Run "Xvfb -displayfd 1" to see why no virtual display starts, or set DISPLAY.';
  const timer = setTimeout(() => stream.destroy(new Error('no answer in time')), startLimitMs);
  let text = '';
  try {
    for await (const chunk of stream) {
      text += chunk;
      if (text.includes('\n')) return text.trim();
    }
  } catch (error) {
    throw new SetupProblem(advice, `Xvfb: ${error}`);
  } finally {
    clearTimeout(timer);
  }
  throw new SetupProblem(advice, 'Xvfb ended at once.');
}

/**
 * Lets this process end although the display is still there.
 *
 * @param {import('node:child_process').ChildProcess} shell
 */
function letGo(shell) {
  shell.unref();
  /** @type {import('node:net').Socket} */ (shell.stdin)?.unref();
}
