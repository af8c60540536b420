import type { SimulatorProcess } from './simulator-process.js';

/** Where a simulator that runs is to be found. */
export interface SimulatorPlace {
  readonly ccpUrl: string;
  /** Address of the trainer's panel, with the token that opens it. */
  readonly trainerPanel: string;
}

export const startLimitMs = 10_000;

/** The two lines that the simulator begins with, see its own entry; whole ones, as an address may come in two pieces. */
const ccpLine = /^CCP URL:\s+(\S+)\n/m;
const panelLine = /^Control panel:\s+(\S+)\n/m;

/**
 * Resolves with the place of a simulator once it has said it; with null when it ends or stays silent, or when what it says
 * is not on this machine. `ended` is called when one that had said its place ends.
 */
export function awaitPlace(child: SimulatorProcess, ended: () => void): Promise<SimulatorPlace | null> {
  return new Promise((resolve) => {
    let said = '';
    const giveUp = (): void => {
      clearTimeout(limit);
      child.kill();
      resolve(null);
    };
    const limit = setTimeout(giveUp, startLimitMs);
    child.onOutput((text) => {
      said += text;
      const [ccpUrl, trainerPanel] = [ccpLine, panelLine].map((line) => line.exec(said)?.[1]);
      if (ccpUrl === undefined || trainerPanel === undefined) return;
      if (!isOnThisMachine(ccpUrl) || !isOnThisMachine(trainerPanel)) return giveUp();
      clearTimeout(limit);
      resolve({ ccpUrl, trainerPanel });
    });
    child.onExit(() => {
      clearTimeout(limit);
      resolve(null);
      ended();
    });
  });
}

function isOnThisMachine(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && hostname === '127.0.0.1';
}
