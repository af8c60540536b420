import { rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { step } from './progress.mjs';

/**
 * Does the work while no other set-up of this user runs on this machine.
 *
 * The lock is a listening socket: it vanishes with its process, however that ends, so none is ever left behind, and a
 * second run waits for the connection to close instead of looking again and again.
 *
 * @param {() => Promise<void>} work
 * @param {string} [name]
 */
export async function oneAtATime(work, name = 'switchhook-setup') {
  const address = socketAddress(`${name}-${userInfo().username}`);
  let release = await acquire(address);
  while (!release) {
    await step('Waiting for another set-up to finish', () => otherIsDone(address));
    release = await acquire(address);
  }
  try {
    await work();
  } finally {
    release();
  }
}

/** @param {string} name */
function socketAddress(name) {
  if (process.platform === 'linux') return `\0${name}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  return join(tmpdir(), `${name}.sock`);
}

/**
 * @param {string} address
 * @returns {Promise<(() => void) | undefined>} how to let go, or nothing when another has it
 */
function acquire(address) {
  return new Promise((resolve, reject) => {
    /** @type {Set<import('node:net').Socket>} */
    const waiting = new Set();
    const server = createServer((socket) => waiting.add(socket.on('error', () => {})));
    server.once('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      if (error.code === 'EADDRINUSE') resolve(undefined);
      else reject(error);
    });
    server.listen(address, () => {
      resolve(() => {
        server.close();
        for (const socket of waiting) socket.destroy();
      });
    });
  });
}

/** @param {string} address */
function otherIsDone(address) {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      // Only macOS keeps the socket as a file, which a killed process leaves behind.
      if (error.code === 'ECONNREFUSED' && !address.startsWith('\0')) rmSync(address, { force: true });
    });
    socket.on('close', resolve);
    socket.resume();
  });
}
