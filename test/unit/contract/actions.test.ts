import { describe, expect, it } from 'vitest';
import { availableActions, isAvailable } from '../../../contract/actions.js';
import { commandSchema } from '../../../contract/command.js';
import { contactChannelSchema, contactStateSchema } from '../../../contract/contact.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import { buildAgent, buildContact, buildSnapshot, lunch } from './build-snapshot.js';

/** What may be done with an inbound and with an outbound call in each state. */
const VOICE_TABLE = {
  incoming: { inbound: 'accept reject', outbound: 'accept reject' },
  pending: { inbound: '', outbound: '' },
  connecting: { inbound: 'accept reject', outbound: 'hangUp' },
  connected: { inbound: 'hangUp hold', outbound: 'hangUp hold' },
  onHold: { inbound: 'hangUp resume', outbound: 'hangUp resume' },
  paused: { inbound: '', outbound: '' },
  missed: { inbound: 'clear', outbound: 'clear' },
  error: { inbound: 'clear', outbound: 'clear' },
  ended: { inbound: 'clear', outbound: 'clear' },
  rejected: { inbound: 'clear', outbound: 'clear' },
} as const;

const isVoice = (channel: string): boolean => channel === 'voice' || channel === 'queueCallback';

/** What the agent may do while a contact in this state is there: those states in which a status becomes the next one. */
const OCCUPIED = new Set(['incoming', 'pending', 'connecting', 'connected', 'onHold', 'paused', 'ended']);
const TALKING = new Set(['connected', 'onHold']);

const rows = contactStateSchema.options.flatMap((state) =>
  contactChannelSchema.options.flatMap((channel) =>
    (['inbound', 'outbound'] as const).map((direction) => ({ state, channel, direction })),
  ),
);

const agentActions = (...given: Parameters<typeof availableActions>): string[] => [...availableActions(...given).agent];

describe('the actions of a contact', () => {
  it.each(rows)('that is $state, $channel and $direction', ({ state, channel, direction }) => {
    const actions = availableActions(buildSnapshot({ contacts: [buildContact({ state, channel, direction })] }));
    const expected = isVoice(channel) ? VOICE_TABLE[state][direction] : '';
    expect([...(actions.contact.get('c1') ?? [])].join(' ')).toBe(expected);
  });

  it('are told for each contact by itself', () => {
    const contacts = [buildContact(), buildContact({ contactId: 'c2', state: 'ended' })];
    const { contact } = availableActions(buildSnapshot({ contacts }));
    expect([...contact].map(([contactId, kinds]) => [contactId, ...kinds])).toEqual([
      ['c1', 'hangUp', 'hold'],
      ['c2', 'clear'],
    ]);
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
    expect(availableActions(emptySnapshot)).toEqual({ agent: new Set(), contact: new Map() });
    const nobody = buildSnapshot({ agent: null, contacts: [buildContact()] });
    expect(availableActions(nobody)).toEqual({ agent: new Set(), contact: new Map() });
  });

  it('offer to mute or to unmute, never both', () => {
    const contacts = [buildContact()];
    expect(agentActions(buildSnapshot({ contacts, muted: true }))).toEqual(['queueStatus', 'goOffline', 'unmute']);
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

  it('lists nothing that is no command', () => {
    const kinds: ReadonlySet<string> = new Set(commandSchema.options.map((option) => option.unwrap().shape.kind.value));
    const offered = rows.flatMap((row) => {
      const { agent, contact } = availableActions(buildSnapshot({ contacts: [buildContact(row)] }));
      return [...agent, ...(contact.get('c1') ?? [])];
    });
    expect(offered.filter((kind) => !kinds.has(kind))).toEqual([]);
  });
});
