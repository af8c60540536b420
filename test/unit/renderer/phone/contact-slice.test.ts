import { describe, expect, it } from 'vitest';
import { contactSchema } from '../../../../contract/contact.js';
import { type ContactFacts, mapAttributes, mapContact } from '../../../../renderer/phone/contact-slice.js';
import { connectionReading, contactReading } from './fake-streams.js';

/** What is known beside the reading, but for what is given. */
function facts(change: Partial<ContactFacts> = {}): ContactFacts {
  return {
    customerNameAttributes: ['customerName', 'name'],
    rejectedByUs: new Set(),
    agentErrorName: null,
    nowMs: 9_000,
    before: undefined,
    ...change,
  };
}
const names = facts();

describe('mapContact', () => {
  it.each(['constructor', 'toString', '__proto__'])('takes no name that every object has for its own: %s', (name) => {
    expect(mapContact(contactReading({ stateType: name }), names)).toBeNull();
    expect(mapContact(contactReading({ type: name }), names)?.channel).toBe('other');
  });

  it('makes a contact of the contract', () => {
    const contact = mapContact(contactReading({ attributes: { tier: { name: 'tier', value: 'gold' } } }), names);
    expect(contact).toEqual({
      contactId: 'c1',
      channel: 'voice',
      direction: 'inbound',
      preview: false,
      state: 'connected',
      sinceMs: 4_000,
      heldSinceMs: null,
      ending: null,
      timeline: [{ state: 'connected', sinceMs: 4_000 }],
      initialContactId: null,
      relatedContactId: null,
      connections: [
        {
          connectionId: 'customer-1',
          party: 'customer',
          name: null,
          phoneNumber: '+14155550100',
          state: 'connected',
          sinceMs: 5_000,
          muted: false,
          muteLocked: false,
        },
      ],
      multiParty: true,
      supervision: null,
      customerName: null,
      phoneNumber: '+14155550100',
      queueName: 'Support',
      attributes: [{ name: 'tier', value: 'gold' }],
    });
    expect(contactSchema.parse(contact)).toEqual(contact);
  });

  it('keeps that a call is offered to look at first', () => {
    expect(mapContact(contactReading({ preview: true }), names)?.preview).toBe(true);
  });

  it.each([
    'incoming',
    'pending',
    'connecting',
    'connected',
    'paused',
    'missed',
    'error',
    'ended',
    'rejected',
  ] as const)('keeps the state %s', (stateType) => {
    expect(mapContact(contactReading({ stateType }), names)?.state).toBe(stateType);
  });

  it.each(['init', 'undefined', '', 'unheard-of'])('shows no contact in the state %j', (stateType) => {
    expect(mapContact(contactReading({ stateType }), names)).toBeNull();
  });

  it.each([
    ['voice', 'voice'],
    ['queue_callback', 'queueCallback'],
    ['chat', 'chat'],
    ['task', 'task'],
    ['email', 'email'],
    ['carrier_pigeon', 'other'],
    ['', 'other'],
  ])('takes the type %j for %s', (type, channel) => {
    expect(mapContact(contactReading({ type }), names)?.channel).toBe(channel);
  });

  it('is on hold when the customer is held, since then, while the contact goes on', () => {
    const connections = [
      connectionReading({ initial: false, type: 'agent' }),
      connectionReading({ stateType: 'hold', stateMs: 9_000 }),
    ];
    expect(mapContact(contactReading({ connections }), names)).toMatchObject({
      state: 'onHold',
      sinceMs: 4_000,
      heldSinceMs: 9_000,
    });
  });

  it('is not on hold when it is over or somebody else is held', () => {
    const held = [connectionReading({ stateType: 'hold' })];
    expect(mapContact(contactReading({ stateType: 'ended', connections: held }), names)).toMatchObject({
      state: 'ended',
      heldSinceMs: null,
    });
    const other = [connectionReading(), connectionReading({ initial: false, stateType: 'hold' })];
    expect(mapContact(contactReading({ connections: other }), names)?.state).toBe('connected');
  });

  it.each([
    ['the customer was called', { connections: [connectionReading({ type: 'outbound' })] }, 'outbound'],
    ['the customer called', { connections: [connectionReading()], initiationMethod: 'OUTBOUND' }, 'inbound'],
    ['only the method tells', { connections: [], initiationMethod: 'OUTBOUND' }, 'outbound'],
    ['nothing tells', { connections: [], initiationMethod: null }, 'inbound'],
  ] as const)('finds the direction when %s', (_what, change, direction) => {
    expect(mapContact(contactReading(change), names)?.direction).toBe(direction);
  });

  it('takes the number from the customer, else from the contact', () => {
    const customerPhoneNumber = '+14155550199';
    expect(mapContact(contactReading({ customerPhoneNumber }), names)?.phoneNumber).toBe('+14155550100');
    const connections = [connectionReading({ phoneNumber: null })];
    expect(mapContact(contactReading({ customerPhoneNumber, connections }), names)?.phoneNumber).toBe(
      customerPhoneNumber,
    );
    expect(mapContact(contactReading({ connections: [] }), names)?.phoneNumber).toBeNull();
  });

  it.each([
    ['the first attribute that has a value', { customerName: ' ', name: ' Ada ' }, 'Ada'],
    ['the order of the setting, not of the attributes', { name: 'Ada', customerName: 'Grace' }, 'Grace'],
    ['what Connect calls the contact', { tier: 'gold' }, 'Task 7'],
  ])('names the customer by %s', (_what, values, customerName) => {
    const attributes = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { name, value }]));
    expect(mapContact(contactReading({ attributes, name: 'Task 7' }), names)?.customerName).toBe(customerName);
  });
});

describe('mapAttributes', () => {
  it.each([null, undefined, 'text', 7])('finds none in %s', (attributes) =>
    expect(mapAttributes(attributes)).toEqual([]),
  );

  it('keeps the order, takes bare texts too and leaves every other shape out', () => {
    const attributes = {
      b: { name: 'b', value: '1' },
      a: 'bare',
      c: { value: 7 },
      d: null,
      e: [],
      f: 9,
      g: { name: 'g' },
    };
    expect(mapAttributes(attributes)).toEqual([
      { name: 'b', value: '1' },
      { name: 'a', value: 'bare' },
    ]);
  });

  it('keeps markup as the text that it is', () => {
    const value = '<img src=x onerror=alert(1)>';
    expect(mapAttributes({ note: { name: 'note', value } })).toEqual([{ name: 'note', value }]);
  });
});
