import { expect, it } from 'vitest';
import { isTrustedSender, type Sender } from '../../../main/ipc/trusted-sender.js';

const page = 'https://switchhook.localhost';

function sender(change: { id?: number; origin?: string; parent?: object | null; gone?: boolean }): Sender {
  const { id = 7, origin = page, parent = null, gone = false } = change;
  return { sender: { id }, senderFrame: gone ? null : { origin, parent } } as unknown as Sender;
}

it('trusts the top frame of our own window at our own origin', () => {
  expect(isTrustedSender(sender({}), 7, page)).toBe(true);
});

it.each([
  ['the panel in its frame', { parent: {}, origin: 'https://example.my.connect.aws' }],
  ['a frame of our own origin', { parent: {} }],
  ['another window', { id: 8 }],
  ['our window at another origin', { origin: 'https://evil.example' }],
  ['an origin that begins like ours', { origin: `${page}.evil.example` }],
  ['a frame that is gone', { gone: true }],
])('does not trust %s', (_who, change) => expect(isTrustedSender(sender(change), 7, page)).toBe(false));

it('trusts nobody while there is no window', () => {
  expect(isTrustedSender(sender({}), null, page)).toBe(false);
});
