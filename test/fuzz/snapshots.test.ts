import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { availableActions } from '../../contract/actions.js';
import { type Command, commandFailureSchema, commandSchema } from '../../contract/command.js';
import { phoneSnapshotSchema } from '../../contract/snapshot.js';
import { chooseWords } from '../../contract/words/choose-words.js';
import { followPresence, unknownPresence } from '../../main/presence/presence.js';
import { describeChange } from '../../renderer/models/describe-change.js';
import { followContacts, noFocus } from '../../renderer/models/focused-contact.js';
import { windowTitle } from '../../renderer/models/window-title.js';
import { connectData, someCommand } from './connect-data.js';
import { fuzz } from './fuzz-run.js';
import { junk } from './junk.js';
import { type Answering, createStreamsPhone, createStreamsWorld } from './streams-world.js';

/** Longer than any command may take. */
const allOverMs = 30_000;
const words = chooseWords('en');

/** Which calls of Streams each command may end in. */
const DEEDS: Readonly<Record<Command['kind'], readonly string[]>> = {
  setStatus: ['putAgentState'],
  queueStatus: ['putAgentState'],
  clearNextStatus: ['putAgentState'],
  goOffline: ['putAgentState'],
  accept: ['acceptContact'],
  reject: ['rejectContact'],
  hangUp: ['destroyConnection'],
  // Everybody beside the agent, of whom a contact here has three at most.
  hold: ['holdConnection', 'holdConnection', 'holdConnection'],
  resume: ['resumeConnection', 'resumeContact'],
  pause: ['pauseContact'],
  view: ['view'],
  addParty: ['createAdditionalConnection'],
  join: ['conferenceConnections'],
  swap: ['toggleActiveConnections'],
  leave: ['destroyConnection'],
  sendDigits: ['sendDigits'],
  bargeIn: ['updateMonitorParticipantState'],
  listen: ['updateMonitorParticipantState'],
  dropParty: ['destroyConnection'],
  holdParty: ['holdConnection'],
  resumeParty: ['resumeConnection'],
  muteParty: ['muteParticipant'],
  unmuteParty: ['unmuteParticipant'],
  clear: ['clearContact'],
  mute: ['mute', 'muteParticipant'],
  unmute: ['unmute', 'unmuteParticipant'],
  dial: ['createOutboundContact'],
};

const answering: fc.Arbitrary<Answering> = fc.record({
  afterMs: fc.constantFrom(0, 0, 50, 9_999, 10_001, 25_000),
  says: fc.constantFrom<Answering['says']>(
    ['success'],
    ['success'],
    ['failure'],
    [],
    ['success', 'success'],
    ['success', 'failure'],
    ['failure', 'success'],
  ),
  error: fc.oneof(
    junk,
    junk.map((value) => JSON.stringify({ type: String(typeof value), value: typeof value })),
    fc.constant('{"type":"UnauthorizedException"}'),
    fc.constant(new Error('x')),
    fc.string({ maxLength: 600 }).map((name) => Object.assign(new Error('x'), { name })),
  ),
  throws: fc.integer({ min: 0, max: 9 }).map((draw) => draw === 0),
});

type Step =
  | { readonly kind: 'data'; readonly data: unknown }
  | { readonly kind: 'command'; readonly command: unknown; readonly answering: Answering }
  | { readonly kind: 'event'; readonly event: string; readonly payload: unknown }
  | { readonly kind: 'time'; readonly ms: number };

const dataStep: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('data' as const), data: connectData });
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: dataStep },
  {
    weight: 4,
    arbitrary: fc.record({ kind: fc.constant('command' as const), command: someCommand, answering }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constantFrom('init', 'auth_fail', 'access_denied', 'ack_timeout', 'acknowledge', 'updateConnectedCCPs'),
      payload: junk,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('event' as const),
      event: fc.constant('agent::mute_toggle'),
      payload: fc.oneof(fc.record({ muted: fc.boolean() }), junk),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('time' as const), ms: fc.constantFrom(1, 300, 6_000, 50_000) }),
  },
);

function startPhone() {
  const world = createStreamsWorld();
  const phone = createStreamsPhone({
    ccpUrl: 'https://example.my.connect.aws/ccp-v2',
    region: '',
    loginUrl: '',
    customerNameAttributes: ['customerName', '__proto__', 'name'],
  });
  phone.attach({} as HTMLElement);
  return { world, phone };
}

/** What must hold of a phone whatever it was told. */
function expectSound({ world, phone }: ReturnType<typeof startPhone>): void {
  const snapshot = phone.snapshot.value;
  expect(world.thrown).toEqual([]);
  const checked = phoneSnapshotSchema.safeParse(snapshot);
  expect(checked.success ? [] : checked.error.issues).toEqual([]);
  // It must get through to the desktop side.
  structuredClone(snapshot);
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a phone on any snapshots', () => {
  fuzz(
    'stays within the contract, does nothing by itself, and all that shows it goes on',
    25,
    fc.array(connectData, { minLength: 1, maxLength: 3 }),
    (all) => {
      const started = startPhone();
      const { world, phone } = started;
      let before = phone.snapshot.value;
      let focus = noFocus;
      let presence = unknownPresence;
      for (const data of all) {
        world.become(data);
        expectSound(started);
        const after = phone.snapshot.value;
        for (const { contactId } of after.contacts) {
          expect(commandSchema.safeParse({ kind: 'clear', contactId }).success).toBe(true);
        }
        for (const { statusId } of after.agent?.statuses ?? []) {
          expect(commandSchema.safeParse({ kind: 'setStatus', statusId }).success).toBe(true);
        }
        availableActions(after);
        describeChange(before, after, words);
        windowTitle(after, words);
        focus = followContacts(focus, after.contacts);
        presence = followPresence(presence, after);
        before = after;
      }
      expect(world.deeds).toEqual([]);
      vi.clearAllTimers();
    },
  );
});

describe('a phone on any day', () => {
  fuzz(
    'ends every command, does what a command asked for and nothing else, and stays within the contract',
    14,
    fc.tuple(dataStep, fc.array(anyStep, { minLength: 1, maxLength: 8 })),
    async ([first, rest]) => {
      const started = startPhone();
      const { world, phone } = started;
      const outcomes: unknown[] = [];
      let sent = 0;
      let maySend: string[] = [];
      for (const step of [first, ...rest]) {
        if (step.kind === 'data') world.become(step.data);
        if (step.kind === 'event') {
          world.raise(step.event, step.payload);
          // A mute that came too early is asked for again when its call is up.
          if (step.event === 'agent::mute_toggle') maySend.push('mute');
        }
        if (step.kind === 'time') await vi.advanceTimersByTimeAsync(step.ms);
        if (step.kind === 'command') {
          world.answer(step.answering);
          const command = commandSchema.parse(step.command);
          maySend.push(...DEEDS[command.kind]);
          sent += 1;
          void phone.execute(command).then((outcome) => outcomes.push(outcome));
          await vi.advanceTimersByTimeAsync(0);
        }
        expectSound(started);
        const left = [...maySend];
        for (const deed of world.deeds) {
          const at = left.indexOf(deed);
          expect(at, `${deed} was asked for`).toBeGreaterThanOrEqual(0);
          left.splice(at, 1);
        }
      }
      maySend = [];
      await vi.advanceTimersByTimeAsync(allOverMs);
      expectSound(started);
      expect(outcomes).toHaveLength(sent);
      for (const outcome of outcomes) expect(commandFailureSchema.nullable().safeParse(outcome).success).toBe(true);
      expect(phone.snapshot.value.pending.commands).toEqual([]);
      vi.clearAllTimers();
    },
  );
});
