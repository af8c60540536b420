import { connect } from 'node:net';
import type { ErrandAnswer } from './errand-answer.js';

/** The places that `awaitAnswer` makes, and no others: nothing else is to be written to at anybody's word. */
const ours = /^(?:\\\\\.\\pipe\\switchhook-[0-9a-f-]{36}|\/.*\/switchhook-[A-Za-z0-9]{6}\/answer)$/;

/** A caller that takes nothing is not waited for. */
const tellLimitMs = 500;

/**
 * Tells the caller at once that its errand was taken up. What is returned brings the answer and resolves when it is out; a
 * caller who has left is no fault.
 */
export function bringAnswer(address: string | null): (answer: ErrandAnswer) => Promise<void> {
  if (address === null || !ours.test(address)) return async () => undefined;
  const socket = connect(address);
  const closed = new Promise<void>((resolve) => {
    socket.once('error', () => resolve());
    socket.once('close', () => resolve());
  });
  return (answer) => {
    socket.end(JSON.stringify(answer));
    return Promise.race([closed, new Promise<void>((resolve) => setTimeout(resolve, tellLimitMs).unref())]);
  };
}
