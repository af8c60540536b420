/** Runs the simulator alone; `npm run simulator -- --help` lists its options. */
import { build } from './app/build.mjs';

await build();
// Built files have no types; theirs are the sources'.
const built = '../dist/simulator/cli.js';
await import(built);
