import { utilityProcess } from 'electron';

/** A simulator that runs. */
export interface SimulatorProcess {
  /** What it writes for people to read, in pieces as they come. */
  onOutput(listener: (text: string) => void): void;
  onExit(listener: () => void): void;
  kill(): void;
}

/**
 * Starts the simulator's entry in a process of Electron's own, for a page of this origin. There is no shell, and it ends
 * with the app however that ends: such a process leaves when the browser process is gone.
 */
export function forkSimulator(entry: string, pageOrigin: string): SimulatorProcess {
  // A Ctrl+C in the terminal reaches the simulator too, which the phone still needs to go Offline.
  const options = [`--approved-origin=${pageOrigin}`, '--ignore-interrupt'];
  const child = utilityProcess.fork(entry, options, { stdio: 'pipe', serviceName: 'Switchhook simulator' });
  // Not read, it would stop the child when it is full.
  child.stderr?.resume();
  return {
    onOutput: (listener) => void child.stdout?.on('data', (piece: Buffer) => listener(piece.toString('utf8'))),
    onExit: (listener) => void child.once('exit', listener),
    kill: () => void child.kill(),
  };
}
