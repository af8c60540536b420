import { setFlagsFromString } from 'node:v8';

/**
 * Does without V8's optimizing compiler: to read it in, for the line a second that a guardian reads, takes 5 MB. Source:
 * `node --v8-options`.
 */
export function doWithoutOptimizing(): void {
  setFlagsFromString('--no-opt');
}
