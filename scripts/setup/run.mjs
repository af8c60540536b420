import { spawn } from 'node:child_process';
import { SetupProblem } from './problem.mjs';

const keptLines = 20;

/**
 * Runs a program to its end and returns what it wrote to stdout; a failure or the time limit becomes a problem with the
 * given advice and the program's last lines.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ advice: string, timeLimitMs: number, cwd?: string, env?: NodeJS.ProcessEnv, shell?: boolean }} options
 * @returns {Promise<string>}
 */
export function run(program, args, { advice, timeLimitMs, ...options }) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'], timeout: timeLimitMs });
    let stdout = '';
    let everything = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      stdout += text;
      everything += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text) => {
      everything += text;
    });
    const fail = (/** @type {string} */ why) => {
      const tail = everything.trim().split('\n').slice(-keptLines);
      reject(new SetupProblem(advice, [...tail, `${program} ${args[0] ?? ''}: ${why}`].join('\n')));
    };
    child.on('error', (error) => fail(error.message));
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout);
      else fail(signal ? `stopped by ${signal} (time limit ${timeLimitMs / 1_000} s)` : `exit code ${code}`);
    });
  });
}

/**
 * Runs npm the way this script was started by it, or as found on the path.
 *
 * @param {readonly string[]} args
 * @param {Parameters<typeof run>[2]} options
 */
export function npm(args, options) {
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return run(process.execPath, [cli, ...args], options);
  // On Windows npm is a command file, which only a shell can start.
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}
