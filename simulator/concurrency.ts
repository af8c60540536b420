import type { Channel, Contact } from './contact.js';

/** How many contacts of each kind the routing profile gives an agent at a time, by the service's names. */
export const concurrency = { VOICE: 1, CHAT: 2, TASK: 1, EMAIL: 1 } as const;

const slots: Readonly<Record<Channel, keyof typeof concurrency>> = {
  voice: 'VOICE',
  queue_callback: 'VOICE',
  chat: 'CHAT',
  task: 'TASK',
  email: 'EMAIL',
};

/** Whether the agent has a slot left. A paused task gives its slot back (Amazon Connect administrator guide, tasks). */
export function hasFreeSlot(contacts: readonly Contact[], channel: Channel): boolean {
  const taken = contacts.filter((contact) => slots[contact.channel] === slots[channel] && contact.state !== 'paused');
  return taken.length < concurrency[slots[channel]];
}
