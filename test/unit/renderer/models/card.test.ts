import { computed, effect, signal } from '@preact/signals';
import { describe, expect, it } from 'vitest';
import { availableActions, isAvailable } from '../../../../contract/actions.js';
import type { Contact } from '../../../../contract/contact.js';
import { createCard } from '../../../../renderer/models/card.js';
import { followShownContact } from '../../../../renderer/models/shown-contact.js';
import { agentLeg, buildAgent, buildContact, customerLeg } from '../../contract/build-snapshot.js';

const connections = [agentLeg, customerLeg];
const ringing = buildContact({ contactId: 'first', state: 'connecting', connections });
const talking = buildContact({ contactId: 'first', state: 'connected', connections });
const other = buildContact({ contactId: 'second', state: 'connecting', connections });

function open() {
  const contact = signal<Contact | null>(null);
  const shown = followShownContact(contact);
  const agent = buildAgent();
  const actions = computed(() =>
    availableActions({ agent, contacts: contact.value === null ? [] : [contact.value], muted: false }),
  );
  return { contact, shown, card: createCard(shown, actions) };
}

describe('a card', () => {
  it('is out of reach until its contact comes, and shows what could be done with it then', () => {
    const { contact, card } = open();
    expect([card.awaited.value, card.reach.value]).toEqual([true, -1]);
    expect(isAvailable(card.actions.value, 'accept', card.contact.value.contactId)).toBe(true);
    contact.value = ringing;
    expect([card.awaited.value, card.reach.value]).toEqual([false, 0]);
    expect(isAvailable(card.actions.value, 'accept', 'first')).toBe(true);
    contact.value = talking;
    expect(isAvailable(card.actions.value, 'accept', 'first')).toBe(false);
  });

  it.each([null, other])('stays with its contact when that one goes', (next) => {
    const { contact, shown, card } = open();
    contact.value = talking;
    const seen: string[] = [];
    const stop = effect(() => void seen.push(card.contact.value.contactId));
    contact.value = next;
    expect(shown.value.key).toBe(1);
    expect(seen).toEqual(['first']);
    stop();
  });

  it('opens a tool, closes it with a second press, and keeps one at a time', () => {
    const { contact, card } = open();
    contact.value = talking;
    card.pressTool('addParty');
    expect(card.tool.value).toBe('addParty');
    card.pressTool('sendDigits');
    expect(card.tool.value).toBe('sendDigits');
    card.pressTool('sendDigits');
    expect(card.tool.value).toBeNull();
  });

  it('has no tool open whose use is over', () => {
    const { contact, card } = open();
    contact.value = talking;
    card.pressTool('sendDigits');
    contact.value = { ...talking, state: 'ended' };
    expect(card.tool.value).toBeNull();
  });

  it('tells nobody of a contact that changed in what they do not read', () => {
    const { contact, card } = open();
    contact.value = talking;
    let reads = 0;
    const queue = computed(() => card.contact.value.queueName);
    const stop = effect(() => {
      queue.value;
      reads += 1;
    });
    contact.value = { ...talking, customerName: 'Maria Torres' };
    expect(reads).toBe(1);
    stop();
  });
});
