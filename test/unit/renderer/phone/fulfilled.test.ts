import { describe, expect, it } from 'vitest';
import { type Command, commandFailureReasonSchema, commandSchema } from '../../../../contract/command.js';
import type { Contact } from '../../../../contract/contact.js';
import { isFulfilled, isOvertaken, restateRefusal } from '../../../../renderer/phone/fulfilled.js';
import {
  agentLeg,
  buildAgent,
  buildConnection,
  buildContact,
  buildSnapshot,
  customerLeg,
  lunch,
} from '../../contract/build-snapshot.js';

const c1 = { contactId: 'c1' } as const;
const party = { ...c1, connectionId: 'third-1' } as const;
const third = buildConnection();
const on = (change: Partial<Contact> | null) =>
  buildSnapshot({ contacts: change === null ? [] : [buildContact(change)] });
const call = (...connections: Contact['connections']) => on({ connections: [agentLeg, ...connections] });
const heldCustomer = { ...customerLeg, state: 'onHold' as const };
const heldThird = { ...third, state: 'onHold' as const };

/** For each kind a snapshot that shows what it wanted, and one that does not; null where no snapshot can. */
const TABLE: {
  readonly [Kind in Command['kind']]:
    | readonly [Extract<Command, { readonly kind: Kind }>, done: ReturnType<typeof on>, open: ReturnType<typeof on>]
    | null;
} = {
  setStatus: null,
  queueStatus: null,
  goOffline: null,
  addParty: null,
  swap: null,
  sendDigits: null,
  dial: null,
  view: null,
  clearNextStatus: [
    { kind: 'clearNextStatus' },
    buildSnapshot(),
    buildSnapshot({ agent: buildAgent({ nextStatus: lunch }) }),
  ],
  accept: [{ kind: 'accept', ...c1 }, on({}), on({ state: 'connecting' })],
  reject: [{ kind: 'reject', ...c1 }, on({ state: 'missed' }), on({})],
  hangUp: [{ kind: 'hangUp', ...c1 }, on({ state: 'ended' }), on({})],
  leave: [{ kind: 'leave', ...c1 }, on(null), call(customerLeg, third)],
  hold: [
    { kind: 'hold', ...c1 },
    on({ state: 'onHold', connections: [agentLeg, heldCustomer] }),
    call(customerLeg, heldThird),
  ],
  resume: [{ kind: 'resume', ...c1 }, on({}), on({ state: 'paused' })],
  pause: [{ kind: 'pause', ...c1 }, on({ state: 'paused' }), on({})],
  clear: [{ kind: 'clear', ...c1 }, on(null), on({ state: 'ended' })],
  join: [{ kind: 'join', ...c1 }, call(customerLeg, third), call(customerLeg)],
  bargeIn: [
    { kind: 'bargeIn', ...c1 },
    on({ supervision: { role: 'barged', mayBargeIn: true, mayListen: true } }),
    on({}),
  ],
  listen: [
    { kind: 'listen', ...c1 },
    on({ supervision: { role: 'listening', mayBargeIn: true, mayListen: true } }),
    on({}),
  ],
  dropParty: [{ kind: 'dropParty', ...party }, call(customerLeg), call(customerLeg, third)],
  holdParty: [{ kind: 'holdParty', ...party }, call(customerLeg, heldThird), call(customerLeg)],
  resumeParty: [{ kind: 'resumeParty', ...party }, call(customerLeg, third), call(customerLeg, heldThird)],
  muteParty: [{ kind: 'muteParty', ...party }, call(customerLeg, { ...third, muted: true }), call(customerLeg, third)],
  unmuteParty: [
    { kind: 'unmuteParty', ...party },
    call(customerLeg, third),
    call(customerLeg, { ...third, muted: true }),
  ],
  mute: [{ kind: 'mute' }, { ...on({}), muted: true }, on({})],
  unmute: [{ kind: 'unmute' }, on({}), { ...on({}), muted: true }],
};

describe('a command', () => {
  it.each(Object.entries(TABLE).flatMap(([kind, row]) => (row === null ? [] : [[kind, ...row] as const])))(
    '%s is fulfilled by what the snapshot shows, and by nothing else',
    (_kind, command, done, open) => {
      expect(isFulfilled(command, done)).toBe(true);
      expect(isFulfilled(command, open)).toBe(false);
      expect(isFulfilled(command, { ...done, agent: null })).toBe(false);
    },
  );

  it('of the others never is', () => {
    const others = Object.entries(TABLE).flatMap(([kind, row]) => (row === null ? [kind] : []));
    const some = {
      ...c1,
      statusId: 'arn:lunch',
      phoneNumber: '+1',
      digits: '1',
      to: { kind: 'phoneNumber', phoneNumber: '+1' },
    };
    const commands = others.map((kind) => commandSchema.parse({ kind, ...some }));
    expect(commands.filter((command) => isFulfilled(command, on({})))).toEqual([]);
  });

  it.each(commandFailureReasonSchema.options)(
    'that fails by %s is overtaken only when things had changed',
    (reason) => {
      const changed = ['refused', 'notNow', 'noContact', 'noParty'].includes(reason);
      expect(isOvertaken({ kind: 'clear', ...c1 }, { reason, detail: null }, on(null))).toBe(changed);
      expect(isOvertaken({ kind: 'clear', ...c1 }, { reason, detail: null }, on({ state: 'ended' }))).toBe(false);
    },
  );
});

describe('a refusal', () => {
  const refused = { reason: 'refused', detail: 'InvalidStateException' } as const;
  const holdParty = { kind: 'holdParty', ...party } as const;
  const hold = { kind: 'hold', ...c1 } as const;

  it.each([
    ['of a party that has left says so', holdParty, call(customerLeg), 'noParty'],
    ['of a party that is there stays one', holdParty, call(customerLeg, third), 'refused'],
    ['on a contact that is over says so', hold, on({ state: 'ended' }), 'noContact'],
    ['on a contact that is gone says so', holdParty, on(null), 'noContact'],
    ['on a contact that is there stays one', hold, on({}), 'refused'],
    ['of what concerns no contact stays one', { kind: 'mute' }, on(null), 'refused'],
  ] as const)('%s', (_what, command, snapshot, reason) => {
    expect(restateRefusal(command, refused, snapshot).reason).toBe(reason);
  });

  it('is all that is restated', () => {
    const silent = { reason: 'noAnswer', detail: null } as const;
    expect(restateRefusal(hold, silent, on(null))).toBe(silent);
  });
});
