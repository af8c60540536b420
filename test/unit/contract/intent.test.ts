import { describe, expect, it } from 'vitest';
import { availableActions } from '../../../contract/actions.js';
import type { Contact } from '../../../contract/contact.js';
import { commandOf, type Intent, intents } from '../../../contract/intent.js';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { agentLeg, buildConnection, buildContact, buildSnapshot, customerLeg } from './build-snapshot.js';

const meant = (intent: Intent, change: Partial<PhoneSnapshot>) => {
  const snapshot = buildSnapshot(change);
  return commandOf(intent, snapshot, availableActions(snapshot));
};
const on = (contactId: string, change: Partial<Contact>): Contact => buildContact({ contactId, ...change });

const ring = on('ring', { state: 'connecting' });
const call = on('call', { state: 'connected' });
const held = on('held', { state: 'onHold' });
const over = on('over', { state: 'ended' });
const chatRing = on('chat-ring', { channel: 'chat', state: 'connecting' });
const chatOver = on('chat-over', { channel: 'chat', state: 'ended' });
const conference = on('conference', { connections: [agentLeg, customerLeg, buildConnection()] });

describe('what a hand means', () => {
  it.each([
    ['answer', [ring], { kind: 'accept', contactId: 'ring' }],
    ['answer', [chatRing, ring], { kind: 'accept', contactId: 'ring' }],
    ['answer', [chatRing], { kind: 'accept', contactId: 'chat-ring' }],
    ['answer', [call], null],
    ['decline', [call, ring], { kind: 'reject', contactId: 'ring' }],
    ['hangUp', [held, call], { kind: 'hangUp', contactId: 'call' }],
    ['hangUp', [held], { kind: 'hangUp', contactId: 'held' }],
    ['hangUp', [conference], { kind: 'leave', contactId: 'conference' }],
    // A second press of the key that hung up must not decline the next call.
    ['hangUp', [ring], null],
    ['hold', [call], { kind: 'hold', contactId: 'call' }],
    ['hold', [held], { kind: 'resume', contactId: 'held' }],
    ['hold', [held, call], { kind: 'hold', contactId: 'call' }],
    ['clear', [chatOver, over], { kind: 'clear', contactId: 'over' }],
    ['clear', [call], null],
  ] as const)('%s, case %#', (intent, contacts, command) => {
    expect(meant(intent, { contacts })).toEqual(command);
  });

  it('toggles the microphone by what is true of it', () => {
    expect(meant('mute', { contacts: [call] })).toEqual({ kind: 'mute' });
    expect(meant('mute', { contacts: [call], muted: true })).toEqual({ kind: 'unmute' });
    expect(meant('mute', { contacts: [] })).toBeNull();
  });

  it.each(intents)('is nothing without a contact: %s', (intent) => {
    expect(meant(intent, {})).toBeNull();
    expect(meant(intent, { agent: null, contacts: [ring, call, over] })).toBeNull();
  });
});
