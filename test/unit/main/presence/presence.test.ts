import { describe, expect, it } from 'vitest';
import { availableActions } from '../../../../contract/actions.js';
import { contactChannelSchema, contactStateSchema } from '../../../../contract/contact.js';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import { followPresence, readPresence, unknownPresence } from '../../../../main/presence/presence.js';
import {
  agentLeg,
  buildAgent,
  buildConnection,
  buildContact,
  buildSnapshot,
  chose,
  customerLeg,
  lunch,
  offline,
} from '../../contract/build-snapshot.js';

describe('readPresence', () => {
  it('knows nobody before Connect told who is signed in', () => {
    expect(readPresence(emptySnapshot)).toEqual(unknownPresence);
  });

  it('takes Offline from the type, whatever the status is called', () => {
    expect(readPresence(buildSnapshot({ agent: buildAgent({ availability: chose(offline) }) })).offline).toBe(true);
    const namedSo = buildAgent({ availability: chose({ ...lunch, name: 'Offline' }) });
    expect(readPresence(buildSnapshot({ agent: namedSo })).offline).toBe(false);
  });

  it('does not take a status of unknown type for Offline', () => {
    const agent = buildAgent({ availability: { name: 'Offline', type: null, statusId: null, sinceMs: null } });
    expect(readPresence(buildSnapshot({ agent })).offline).toBe(false);
  });

  it.each(contactStateSchema.options)('is not Offline while a contact is %s', (state) => {
    const agent = buildAgent({ availability: chose(offline) });
    const presence = readPresence(buildSnapshot({ agent, contacts: [buildContact({ state })] }));
    expect(presence).toMatchObject({ offline: false, offlineWhenClear: true });
  });

  it.each([
    ['pending', true],
    ['connected', true],
    ['onHold', true],
    ['paused', true],
    ['missed', false],
    ['error', false],
    ['ended', false],
    ['rejected', false],
  ] as const)('of a contact that is %s is on contact: %s', (state, onContact) => {
    const presence = readPresence(buildSnapshot({ contacts: [buildContact({ state })] }));
    expect(presence.onContact).toBe(onContact);
    expect(presence.overContactIds).toEqual(onContact ? [] : ['c1']);
  });

  it.each(['incoming', 'connecting'] as const)('counts a call that is %s as a ring, not as a customer', (state) => {
    const presence = readPresence(buildSnapshot({ contacts: [buildContact({ state })] }));
    expect(presence).toMatchObject({ onContact: false, ringingContactIds: ['c1'], callContactIds: [] });
  });

  it.each(contactChannelSchema.options)('counts a ring of %s as one that can be rejected', (channel) => {
    const ring = buildContact({ channel, state: 'connecting' });
    expect(readPresence(buildSnapshot({ contacts: [ring] }))).toMatchObject({
      onContact: false,
      ringingContactIds: ['c1'],
    });
  });

  it('leaves a call that others are on, and ends one between two', () => {
    const alone = readPresence(buildSnapshot({ contacts: [buildContact()] }));
    expect(alone).toMatchObject({ callContactIds: ['c1'], sharedCallContactIds: [] });
    const connections = [agentLeg, customerLeg, buildConnection()];
    const shared = readPresence(buildSnapshot({ contacts: [buildContact({ connections })] }));
    expect(shared).toMatchObject({ callContactIds: [], sharedCallContactIds: ['c1'] });
  });

  // The gate asks for these to be cleared; what the phone then refuses keeps the agent from quitting.
  it.each(contactChannelSchema.options)('lists no contact to clear that the phone would not clear: %s', (channel) => {
    const contacts = contactStateSchema.options.map((state) => buildContact({ contactId: state, state, channel }));
    const snapshot = buildSnapshot({ contacts });
    const { contact } = availableActions(snapshot);
    const refused = readPresence(snapshot).overContactIds.filter((contactId) => !contact.get(contactId)?.has('clear'));
    expect(refused).toEqual([]);
  });

  it('counts Offline as next status only with a contact that it waits for', () => {
    const agent = buildAgent({ nextStatus: offline });
    expect(readPresence(buildSnapshot({ agent })).offlineWhenClear).toBe(false);
    expect(readPresence(buildSnapshot({ agent, contacts: [buildContact()] })).offlineWhenClear).toBe(true);
    const other = buildAgent({ nextStatus: lunch });
    expect(readPresence(buildSnapshot({ agent: other, contacts: [buildContact()] })).offlineWhenClear).toBe(false);
  });
});

describe('followPresence', () => {
  it('does not forget an agent because the page was reloaded', () => {
    const known = readPresence(buildSnapshot({ contacts: [buildContact()] }));
    expect(followPresence(known, emptySnapshot)).toEqual({ ...known, phoneReady: false });
  });

  it('takes the next word of an agent', () => {
    const known = readPresence(buildSnapshot({ contacts: [buildContact()] }));
    expect(followPresence(known, buildSnapshot())).toMatchObject({ onContact: false, agentKnown: true });
  });
});
