import { type ConnectOpts, Socket, type SocketConstructorOpts } from 'node:net';
import { callHook } from './call-hook.js';
import { closeInherited } from './close-inherited.js';
import { openDeedLog } from './deed-log.js';
import { doWithoutOptimizing } from './do-without-optimizing.js';
import { createGuardian } from './guardian.js';
import { readMarkerEpoch } from './marker.js';
import { killParent, startRecovery } from './processes.js';

/*
 * The second process: outlives the app and sets the agent Offline when the app could not. Its argument is the profile's
 * folder of logs; all else comes by its stdin, whose end is the app's end.
 */
const stdin = 0;
const readBytes = 65_536;

doWithoutOptimizing();
closeInherited();

// What ends the app must not end its guardian: only `bye`, or the work being done.
const ignored: readonly NodeJS.Signals[] = ['SIGTERM', 'SIGINT', 'SIGHUP'];
// Of these the first would write the memory to the disk, the second open Node's debugger. Windows has neither.
const unsafe: readonly NodeJS.Signals[] = process.platform === 'win32' ? [] : ['SIGQUIT', 'SIGUSR1'];
for (const signal of [...ignored, ...unsafe]) process.on(signal, () => undefined);
// A bug in one deed must not end the watch.
process.on('uncaughtException', () => undefined);

const guardian = createGuardian({
  callHook,
  startRecovery,
  killParent,
  readMarkerEpoch,
  log: openDeedLog(process.argv.at(-1) ?? ''),
  wallMs: Date.now,
  steadyMs: () => performance.now(),
  end: () => process.exit(0),
});

// One buffer for all that is read, which the guardian zeroes: the jar must not lie about in the memory of past reads.
const reading: SocketConstructorOpts & ConnectOpts = {
  fd: stdin,
  readable: true,
  writable: false,
  onread: {
    buffer: Buffer.alloc(readBytes),
    callback(bytes, buffer) {
      guardian.push(Buffer.from(buffer.buffer, buffer.byteOffset, bytes));
      return true;
    },
  },
};
const input = new Socket(reading);
let ended = false;
for (const end of ['end', 'error', 'close'] as const) {
  input.on(end, () => {
    if (!ended) guardian.inputEnded();
    ended = true;
  });
}
input.resume();
