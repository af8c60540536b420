import { describe, expect, it } from 'vitest';
import { commandFailureSchema, commandSchema } from '../../../contract/command.js';
import { contactStateSchema } from '../../../contract/contact.js';
import { isLive, isOpen, isOver, isRinging } from '../../../contract/contact-state.js';
import { emptySnapshot } from '../../../contract/empty-snapshot.js';
import { leavingViewSchema } from '../../../contract/leaving.js';
import { assertNever, fail, succeed } from '../../../contract/result.js';
import { phoneSnapshotSchema } from '../../../contract/snapshot.js';
import { buildAgent, buildContact, buildSnapshot, lunch, offline } from './build-snapshot.js';

describe('commandSchema', () => {
  it.each([
    { kind: 'setStatus', statusId: 'arn:lunch' },
    { kind: 'queueStatus', statusId: 'arn:lunch' },
    { kind: 'clearNextStatus' },
    { kind: 'goOffline' },
    { kind: 'accept', contactId: 'c1' },
    { kind: 'reject', contactId: 'c1' },
    { kind: 'hangUp', contactId: 'c1' },
    { kind: 'hold', contactId: 'c1' },
    { kind: 'resume', contactId: 'c1' },
    { kind: 'pause', contactId: 'c1' },
    { kind: 'clear', contactId: 'c1' },
    { kind: 'view', contactId: 'c1' },
    { kind: 'addParty', contactId: 'c1', to: { kind: 'phoneNumber', phoneNumber: '+14155550100' } },
    { kind: 'addParty', contactId: 'c1', to: { kind: 'quickConnect', endpointId: 'arn:billing' } },
    { kind: 'join', contactId: 'c1' },
    { kind: 'swap', contactId: 'c1' },
    { kind: 'leave', contactId: 'c1' },
    { kind: 'sendDigits', contactId: 'c1', digits: '12#,,*0' },
    { kind: 'bargeIn', contactId: 'c1' },
    { kind: 'listen', contactId: 'c1' },
    { kind: 'dropParty', contactId: 'c1', connectionId: 'third-1' },
    { kind: 'holdParty', contactId: 'c1', connectionId: 'third-1' },
    { kind: 'resumeParty', contactId: 'c1', connectionId: 'third-1' },
    { kind: 'muteParty', contactId: 'c1', connectionId: 'third-1' },
    { kind: 'unmuteParty', contactId: 'c1', connectionId: 'third-1' },
    { kind: 'mute' },
    { kind: 'unmute' },
    { kind: 'dial', phoneNumber: '+14155550100' },
  ])('takes $kind as it is, across processes too', (command) => {
    expect(commandSchema.parse(structuredClone(command))).toEqual(command);
  });

  it('has the kinds above and no other', () => expect(commandSchema.options).toHaveLength(27));

  it.each([
    undefined,
    null,
    'goOffline',
    [],
    {},
    { kind: 'explode' },
    { kind: 'GoOffline' },
    { kind: ['goOffline'] },
    { kind: 'setStatus' },
    { kind: 'setStatus', statusId: '' },
    { kind: 'setStatus', statusId: 7 },
    { kind: 'setStatus', statusId: 'x'.repeat(2_049) },
    { kind: 'queueStatus', statusId: null },
    { kind: 'accept' },
    { kind: 'accept', contactId: '' },
    { kind: 'clear', contactId: ['c1'] },
    { kind: 'hold', contactId: 'x'.repeat(257) },
    { kind: 'sendDigits', contactId: 'c1', digits: '' },
    { kind: 'sendDigits', contactId: 'c1', digits: '12a' },
    { kind: 'sendDigits', contactId: 'c1', digits: '1'.repeat(51) },
    { kind: 'addParty', contactId: 'c1' },
    { kind: 'addParty', contactId: 'c1', to: '+14155550100' },
    { kind: 'addParty', contactId: 'c1', to: { kind: 'quickConnect', endpointId: '' } },
    { kind: 'addParty', contactId: 'c1', to: { kind: 'phoneNumber', phoneNumber: '1'.repeat(65) } },
    { kind: 'dropParty', contactId: 'c1' },
    { kind: 'dropParty', contactId: 'c1', connectionId: 'x'.repeat(257) },
    { kind: 'dial' },
    { kind: 'dial', phoneNumber: '' },
    { kind: 'dial', phoneNumber: 4_155_550_100 },
    { kind: 'dial', phoneNumber: '1'.repeat(65) },
  ])('refuses %j', (input) => expect(commandSchema.safeParse(input).success).toBe(false));

  it('drops what no command has', () => {
    expect(commandSchema.parse({ kind: 'mute', contactId: 'c1' })).toEqual({ kind: 'mute' });
  });

  it('gives values that cannot be changed', () => {
    expect(Object.isFrozen(commandSchema.parse({ kind: 'mute' }))).toBe(true);
  });
});

describe('phoneSnapshotSchema', () => {
  it('takes the empty snapshot as it is', () => {
    expect(phoneSnapshotSchema.parse(structuredClone(emptySnapshot))).toEqual(emptySnapshot);
  });

  it('takes a full one as it is', () => {
    const failure = { reason: 'refused', detail: 'InvalidStateException' } as const;
    const command = { kind: 'queueStatus', statusId: lunch.statusId } as const;
    const full = buildSnapshot({
      agent: buildAgent({ nextStatus: offline, activity: 'onContact' }),
      contacts: [buildContact({ state: 'onHold', heldSinceMs: 5, attributes: [{ name: 'tier', value: 'gold' }] })],
      muted: true,
      pending: {
        status: { statusId: lunch.statusId, name: 'Lunch', as: 'nextStatus', phase: 'failed', failure },
        commands: [command],
        lastFailure: { command, failure },
      },
      notice: { kind: 'clearedByConnect', who: null, workedMs: 3 },
      skewMs: -250,
    });
    expect(phoneSnapshotSchema.parse(structuredClone(full))).toEqual(full);
  });

  it.each([
    ['no agent member', { agent: undefined }],
    ['a status of no type', { agent: buildAgent({ statuses: [{ ...lunch, type: 'lunch' as never }] }) }],
    ['a contact in no state', { contacts: [{ ...buildContact(), state: 'asleep' as never }] }],
    ['contacts that are no list', { contacts: {} as never }],
    ['a mute that is no answer', { muted: 'yes' as never }],
    ['a difference that is no number', { skewMs: Number.NaN }],
    [
      'a trouble nobody knows',
      {
        health: { phase: 'trouble', trouble: 'bored' as never, webSocketUp: true, otherPanel: false, recovery: 'none' },
      },
    ],
    ['a notice of no kind', { notice: { kind: 'birthday' } as never }],
  ])('refuses %s', (_what, change) => {
    expect(phoneSnapshotSchema.safeParse({ ...buildSnapshot(), ...change }).success).toBe(false);
  });
});

describe('what a contact is', () => {
  it.each(contactStateSchema.options)('%s is either live or over', (state) => {
    const contact = buildContact({ state });
    expect(isLive(contact)).not.toBe(isOver(contact));
  });

  it('occupies the agent while it is live or in after-contact work', () => {
    const open = contactStateSchema.options.filter((state) => isOpen(buildContact({ state })));
    expect(open).toEqual(['incoming', 'pending', 'connecting', 'connected', 'onHold', 'paused', 'ended']);
  });

  it('rings while it is offered, not while the agent calls', () => {
    const ringing = (direction: 'inbound' | 'outbound') =>
      contactStateSchema.options.filter((state) => isRinging(buildContact({ state, direction })));
    expect(ringing('inbound')).toEqual(['incoming', 'connecting']);
    expect(ringing('outbound')).toEqual(['incoming']);
  });
});

describe('the small parts', () => {
  it('bound what a failure says', () => {
    expect(commandFailureSchema.safeParse({ reason: 'refused', detail: 'x'.repeat(257) }).success).toBe(false);
    expect(commandFailureSchema.safeParse({ reason: 'because', detail: null }).success).toBe(false);
  });

  it('show no leaving of an unknown kind', () => {
    expect(leavingViewSchema.safeParse({ kind: 'goodbye' }).success).toBe(false);
    expect(leavingViewSchema.safeParse({ kind: 'notConfirmed' }).success).toBe(false);
  });

  it('wrap successes and failures, and name what cannot be', () => {
    expect(succeed(7)).toEqual({ ok: true, value: 7 });
    expect(fail('x')).toEqual({ ok: false, failure: 'x' });
    expect(() => assertNever('odd' as never)).toThrow('"odd"');
  });
});
