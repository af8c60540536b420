import { existsSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The entry of the simulator that a checkout has beside the app's own built files; null where it was not built, and in an
 * installed build, which starts no program but itself.
 */
export function findSimulator(dist: string, packaged: boolean): string | null {
  const entry = join(dist, 'simulator', 'cli.js');
  return !packaged && existsSync(entry) ? entry : null;
}
