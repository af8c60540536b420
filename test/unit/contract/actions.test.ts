import { describe, expect, it } from 'vitest';
import { type AvailableActions, availableActions, isAvailable } from '../../../contract/actions.js';
import { commandSchema } from '../../../contract/command.js';
import type { Connection } from '../../../contract/connection.js';
import {
  type Contact,
  type ContactState,
  contactChannelSchema,
  contactStateSchema,
  type Supervision,
} from '../../../contract/contact.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import {
  agentLeg,
  buildAgent,
  buildConnection,
  buildContact,
  buildSnapshot,
  customerLeg,
  lunch,
} from './build-snapshot.js';

/** What may be done with an inbound and with an outbound call between two in each state, besides viewing it. */
const VOICE_TABLE = {
  incoming: { inbound: 'accept reject', outbound: 'accept reject' },
  pending: { inbound: '', outbound: '' },
  connecting: { inbound: 'accept reject', outbound: 'hangUp' },
  connected: { inbound: 'hangUp hold addParty sendDigits', outbound: 'hangUp hold addParty sendDigits' },
  onHold: { inbound: 'hangUp resume addParty sendDigits', outbound: 'hangUp resume addParty sendDigits' },
  paused: { inbound: 'resume', outbound: 'resume' },
  missed: { inbound: 'clear', outbound: 'clear' },
  error: { inbound: 'clear', outbound: 'clear' },
  ended: { inbound: 'clear', outbound: 'clear' },
  rejected: { inbound: 'clear', outbound: 'clear' },
} as const;

/** The same for the other channels, whose content is the panel's; only a task is paused. */
const OTHER_TABLE: Partial<Record<ContactState, string>> = {
  incoming: 'accept reject',
  paused: 'resume',
  missed: 'clear',
  error: 'clear',
  ended: 'clear',
  rejected: 'clear',
};
const otherTable = (channel: string, state: ContactState, direction: string): string => {
  if (state === 'connecting') return direction === 'inbound' ? 'accept reject' : '';
  if (state === 'connected' && channel === 'task') return 'pause';
  return OTHER_TABLE[state] ?? '';
};

const isVoice = (channel: string): boolean => channel === 'voice' || channel === 'queueCallback';

/** What the agent may do while a contact in this state is there: those states in which a status becomes the next one. */
const OCCUPIED = new Set(['incoming', 'pending', 'connecting', 'connected', 'onHold', 'paused', 'ended']);
const TALKING = new Set(['connected', 'onHold']);

const rows = contactStateSchema.options.flatMap((state) =>
  contactChannelSchema.options.flatMap((channel) =>
    (['inbound', 'outbound'] as const).map((direction) => ({ state, channel, direction })),
  ),
);

/** What may be done with the first contact, besides viewing it. */
const contactActions = ({ contact }: AvailableActions): string =>
  [...(contact.get('c1') ?? [])].filter((kind) => kind !== 'view').join(' ');

const agentActions = (...given: Parameters<typeof availableActions>): string[] => [...availableActions(...given).agent];

describe('the actions of a contact', () => {
  it.each(rows)('that is $state, $channel and $direction', ({ state, channel, direction }) => {
    const actions = availableActions(buildSnapshot({ contacts: [buildContact({ state, channel, direction })] }));
    const expected = isVoice(channel) ? VOICE_TABLE[state][direction] : otherTable(channel, state, direction);
    expect(contactActions(actions)).toBe(expected);
    expect(actions.contact.get('c1')?.has('view')).toBe(true);
  });

  it('are told for each contact by itself', () => {
    const contacts = [buildContact(), buildContact({ contactId: 'c2', state: 'ended' })];
    const { contact } = availableActions(buildSnapshot({ contacts }));
    expect([...contact].map(([contactId, kinds]) => [contactId, ...kinds])).toEqual([
      ['c1', 'hangUp', 'hold', 'view', 'addParty', 'sendDigits'],
      ['c2', 'clear', 'view'],
    ]);
  });
});

const held = (connection: Connection): Connection => ({ ...connection, state: 'onHold' });
const ringing = (connection: Connection): Connection => ({ ...connection, state: 'connecting' });
const third = buildConnection();
const others = [1, 2, 3, 4].map((index) => buildConnection({ connectionId: `third-${index}` }));
const supervisor = buildConnection({ connectionId: 'supervisor', party: 'supervisor' });
const supervised = (role: Supervision['role'], may: Partial<Supervision> = {}): Partial<Contact> => ({
  connections: [agentLeg, customerLeg, third],
  supervision: { role, mayBargeIn: true, mayListen: true, ...may },
});

/** What may be done with a call in each of its shapes, and with each of its parties. */
const SHAPES: readonly (readonly [what: string, Partial<Contact>, actions: string, parties: string])[] = [
  ['with nobody told of', { connections: [] }, 'hangUp hold addParty sendDigits', ''],
  [
    'with a third party dialled',
    { state: 'onHold', connections: [agentLeg, held(customerLeg), ringing(third)] },
    'leave sendDigits',
    'customer-1: dropParty resumeParty; third-1: dropParty',
  ],
  [
    'of a consultation',
    { state: 'onHold', connections: [agentLeg, held(customerLeg), third] },
    'hold addParty join swap leave sendDigits',
    'customer-1: dropParty resumeParty; third-1: dropParty holdParty muteParty',
  ],
  [
    'joined',
    { connections: [agentLeg, customerLeg, third] },
    'hold addParty leave sendDigits',
    'customer-1: dropParty holdParty muteParty; third-1: dropParty holdParty muteParty',
  ],
  [
    'with all on hold',
    { state: 'onHold', connections: [agentLeg, held(customerLeg), held(third)] },
    'addParty join leave sendDigits',
    'customer-1: dropParty resumeParty; third-1: dropParty resumeParty',
  ],
  [
    'with one muted',
    { connections: [agentLeg, customerLeg, { ...third, muted: true }] },
    'hold addParty leave sendDigits',
    'customer-1: dropParty holdParty muteParty; third-1: dropParty holdParty unmuteParty',
  ],
  ['that the customer has left', { connections: [agentLeg, third] }, 'hangUp hold addParty sendDigits', ''],
  [
    'that the customer has left, on hold',
    { state: 'onHold', connections: [agentLeg, held(third)] },
    'hangUp resume addParty sendDigits',
    '',
  ],
  [
    'that the customer has left to two others',
    { connections: [agentLeg, held(others[0] as Connection), others[1] as Connection] },
    'hold addParty join swap leave sendDigits',
    'third-1: dropParty resumeParty; third-2: dropParty holdParty muteParty',
  ],
  [
    'that is full',
    { connections: [agentLeg, customerLeg, ...others] },
    'hold leave sendDigits',
    ['customer-1', 'third-1', 'third-2', 'third-3', 'third-4']
      .map((connectionId) => `${connectionId}: dropParty holdParty muteParty`)
      .join('; '),
  ],
  [
    'where only one third party may be',
    { multiParty: false, connections: [agentLeg, customerLeg, third] },
    'hold leave sendDigits',
    'customer-1: dropParty holdParty muteParty; third-1: dropParty holdParty muteParty',
  ],
  [
    'that a supervisor has joined',
    { ...supervised('supervised'), connections: [agentLeg, customerLeg, supervisor] },
    'hangUp hold addParty sendDigits',
    'customer-1: holdParty muteParty',
  ],
  ['that the agent listens to', supervised('listening'), 'hangUp bargeIn', ''],
  ['that the agent may only listen to', supervised('listening', { mayBargeIn: false }), 'hangUp', ''],
  ['that the agent has joined as supervisor', supervised('barged'), 'hangUp listen', ''],
  ['that the agent may not leave as supervisor', supervised('barged', { mayListen: false }), 'hangUp', ''],
  [
    'that waits while the agent talks on another',
    { state: 'onHold', connections: [held(agentLeg), customerLeg] },
    'hangUp resume addParty sendDigits',
    '',
  ],
];

describe('the actions of a call', () => {
  it.each(SHAPES)('%s', (_what, change, actions, parties) => {
    const all = availableActions(buildSnapshot({ contacts: [buildContact(change)] }));
    expect(contactActions(all)).toBe(actions);
    const told = [...(all.party.get('c1') ?? [])].map(([id, kinds]) => `${id}: ${[...kinds].join(' ')}`);
    expect(told.join('; ')).toBe(parties);
  });

  it('are none of the parties while it is over', () => {
    const over = buildContact({ state: 'ended', connections: [agentLeg, customerLeg, third] });
    expect(availableActions(buildSnapshot({ contacts: [over] })).party.get('c1')?.size).toBe(0);
  });
});

describe('the actions of the agent', () => {
  it.each(rows)('beside a contact that is $state, $channel and $direction', ({ state, channel, direction }) => {
    const actions = agentActions(buildSnapshot({ contacts: [buildContact({ state, channel, direction })] }));
    const occupied = OCCUPIED.has(state);
    const expected = [
      occupied ? 'queueStatus' : 'setStatus',
      'goOffline',
      ...(isVoice(channel) && TALKING.has(state) ? ['mute'] : []),
      ...(occupied && isVoice(channel) ? [] : ['dial']),
    ];
    expect(actions).toEqual(expected);
  });

  it('are none while nobody is signed in, not even with contacts', () => {
    expect(availableActions(emptySnapshot)).toEqual({ agent: new Set(), contact: new Map(), party: new Map() });
    const nobody = buildSnapshot({ agent: null, contacts: [buildContact()] });
    expect(availableActions(nobody)).toEqual({ agent: new Set(), contact: new Map(), party: new Map() });
  });

  it('offer to mute or to unmute, never both', () => {
    const contacts = [buildContact()];
    expect(agentActions(buildSnapshot({ contacts, muted: true }))).toEqual(['queueStatus', 'goOffline', 'unmute']);
  });

  it('offer no microphone to one who only listens, and no unmuting to one whom a supervisor muted', () => {
    const listening = buildContact(supervised('listening'));
    expect(agentActions(buildSnapshot({ contacts: [listening] }))).not.toContain('mute');
    const locked = buildContact({ connections: [{ ...agentLeg, muted: true, muteLocked: true }, customerLeg, third] });
    expect(agentActions(buildSnapshot({ contacts: [locked], muted: true }))).not.toContain('unmute');
  });

  it('offer to clear a next status only when there is one', () => {
    const agent = buildAgent({ nextStatus: lunch });
    expect(agentActions(buildSnapshot({ agent, contacts: [buildContact({ state: 'ended' })] }))).toEqual([
      'queueStatus',
      'clearNextStatus',
      'goOffline',
    ]);
  });

  it('offer to dial only to whom Connect lets dial', () => {
    expect(agentActions(buildSnapshot())).toContain('dial');
    expect(agentActions(buildSnapshot({ agent: buildAgent({ mayDial: false }) }))).not.toContain('dial');
  });

  it('are asked of all contacts, not of the first', () => {
    const contacts = [buildContact({ state: 'missed' }), buildContact({ contactId: 'c2' })];
    expect(agentActions(buildSnapshot({ contacts }))).toEqual(['queueStatus', 'goOffline', 'mute']);
  });
});

describe('isAvailable', () => {
  const actions = availableActions(buildSnapshot({ contacts: [buildContact()] }));

  it('asks the contact for what concerns it, and the agent for the rest', () => {
    expect(isAvailable(actions, 'hold', 'c1')).toBe(true);
    expect(isAvailable(actions, 'goOffline')).toBe(true);
    expect(isAvailable(actions, 'hold')).toBe(false);
    expect(isAvailable(actions, 'goOffline', 'c1')).toBe(false);
    expect(isAvailable(actions, 'hold', 'gone')).toBe(false);
  });

  it('asks the party for what concerns it', () => {
    const contacts = [buildContact({ connections: [agentLeg, customerLeg, third] })];
    const shared = availableActions(buildSnapshot({ contacts }));
    const on = (kind: 'holdParty' | 'resumeParty', connectionId: string) =>
      isAvailable(shared, { kind, contactId: 'c1', connectionId });
    expect([on('holdParty', 'third-1'), on('resumeParty', 'third-1'), on('holdParty', 'gone')]).toEqual([
      true,
      false,
      false,
    ]);
    expect(isAvailable(shared, { kind: 'leave', contactId: 'c1' })).toBe(true);
    expect(isAvailable(shared, { kind: 'leave', contactId: 'gone' })).toBe(false);
    expect(isAvailable(shared, { kind: 'goOffline' })).toBe(true);
  });

  it('lists nothing that is no command', () => {
    const kinds: ReadonlySet<string> = new Set(commandSchema.options.map((option) => option.unwrap().shape.kind.value));
    const offered = rows.flatMap((row) => {
      const { agent, contact } = availableActions(buildSnapshot({ contacts: [buildContact(row)] }));
      return [...agent, ...(contact.get('c1') ?? [])];
    });
    expect(offered.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
