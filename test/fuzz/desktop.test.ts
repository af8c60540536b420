import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, vi } from 'vitest';
import { channelOf, requestNames } from '../../contract/channels.js';
import { choiceNames } from '../../contract/choices.js';
import { closingAnswerSchema } from '../../contract/closing.js';
import { type Command, commandFailureReasonSchema } from '../../contract/command.js';
import { hotkeyActions } from '../../contract/hotkey.js';
import { leavingChoiceSchema } from '../../contract/leaving.js';
import { type RequestName, requests } from '../../contract/requests.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { createAnnouncer } from '../../main/ipc/announce.js';
import { answerRequests } from '../../main/ipc/answer.js';
import { createHandlers } from '../../main/ipc/handlers.js';
import type { Sender } from '../../main/ipc/trusted-sender.js';
import { createAgentMemory } from '../../main/phone/agent-memory.js';
import { createPhoneLink } from '../../main/phone/phone-link.js';
import { createPresenceGate } from '../../main/presence/gate.js';
import { exitCodes } from '../../main/presence/gate-limits.js';
import { resolveSettings } from '../../main/settings/resolve-settings.js';
import { createQuestions } from '../../main/sign-in/questions.js';
import {
  available,
  buildAgent,
  buildContact,
  buildSnapshot,
  chose,
  lunch,
  offline,
} from '../unit/contract/build-snapshot.js';
import { fuzz } from './fuzz-run.js';
import { anyText, damaged, junk } from './junk.js';

/** Longer than the gate and every command of it may take. */
const allOverMs = 30_000;

type Ask = (event: Sender, input: unknown) => Promise<unknown>;
type Deed = readonly [name: string, ...given: unknown[]];

/** Everything behind the requests as in the app; only what would leave the process is noted. */
function startDesktop(exited: (code: unknown) => void) {
  const deeds: Deed[] = [];
  const note =
    (name: string) =>
    (...given: unknown[]): void =>
      void deeds.push([name, ...given]);
  const channels = new Map<string, Ask>();
  const announcer = createAnnouncer((channel, payload) => {
    deeds.push(['sent', channel, payload]);
    return true;
  });
  const link = createPhoneLink(announcer, (error) => {
    throw error;
  });
  let heard: PhoneSnapshot | null = null;
  link.onSnapshot((snapshot) => {
    if (snapshot.agent !== null) heard = snapshot;
  });
  const gate = createPresenceGate({
    onSnapshot: link.onSnapshot,
    execute: link.execute,
    show: (view, goal) => announcer.announce('showLeaving', view && { goal, view }),
    probe: async () => false,
    revive: note('revive'),
    report: () => undefined,
    exit: exited,
    signOut: note('signOut'),
    record: () => undefined,
  });
  const memory = createAgentMemory(link, gate);
  const questions = createQuestions((asked) => announcer.announce('askSignIn', asked));
  const handlers = createHandlers({
    announcer,
    link,
    gate,
    startInfo: () => ({
      version: '1',
      settings: resolveSettings({}, true).values,
      settingsProblems: [],
      locale: 'en',
      signedOut: memory.signedOut(),
      simulator: null,
      uncleanEnd: null,
      recovering: false,
      guard: 'nobody',
      restartsBlockedUntilMs: null,
    }),
    async changeSettings(change) {
      const good = resolveSettings({ user: change }, true).problems.length === 0;
      if (good) deeds.push(['changeSettings', change]);
      return good;
    },
    openInstance: note('openInstance'),
    restartPanel() {
      deeds.push(['restartPanel']);
      return true;
    },
    questions,
    showDownload: note('showDownload'),
    simulator: { begin: async () => 'failed', info: () => null },
    exits: { entries: () => [], dismissUncleanEnd: note('dismissUncleanEnd') },
    saveText: note('saveText'),
    desk: { closingAnswered: note('closingAnswered') },
    hotkeys: {
      list: () => [],
      async change(...given) {
        note('changeHotkey')(...given);
        return [];
      },
      pause: note('pauseHotkeys'),
    },
    links: { read: async () => [], take: async () => [] },
    errands: { settle: note('settleErrand'), showAgain: () => undefined },
    headset: { choose: note('chooseHeadset'), forget: note('forgetHeadset'), areDark: note('headsetsDark') },
  });
  answerRequests(
    { handle: (channel: string, ask: Ask) => void channels.set(channel, ask) } as never,
    ({ senderFrame }) => senderFrame !== null,
    handlers,
    () => undefined,
  );
  /** As the desktop side last heard of an agent. */
  return { deeds, gate, questions, channels, heard: () => heard };
}

const live = buildContact({ contactId: 'live', state: 'onHold' });
const over = buildContact({ contactId: 'over', state: 'ended' });
const overChat = buildContact({ contactId: 'chat', channel: 'chat', state: 'ended' });
const wholeSnapshot: fc.Arbitrary<PhoneSnapshot> = fc
  .record({
    agent: fc.constantFrom(
      null,
      buildAgent(),
      buildAgent({ availability: chose(offline) }),
      buildAgent({ nextStatus: offline }),
      buildAgent({ availability: chose(lunch), nextStatus: available }),
    ),
    contacts: fc.shuffledSubarray([live, over, overChat]),
  })
  .map(buildSnapshot);

/** A good input for each request, before it is damaged. */
const INPUTS: { readonly [Name in RequestName]: fc.Arbitrary<unknown> } = {
  readStart: fc.constant(undefined),
  listen: fc.constant(undefined),
  announceSnapshot: wholeSnapshot,
  settleCommand: fc.record({
    commandId: fc.nat(6),
    failure: fc.option(
      fc.record({ reason: fc.constantFrom(...commandFailureReasonSchema.options), detail: fc.option(anyText) }),
    ),
  }),
  chooseLeaving: fc.constantFrom(...leavingChoiceSchema.options),
  answerClosing: fc.constantFrom(...closingAnswerSchema.options),
  restartPanel: fc.constant(undefined),
  showDownload: fc.record({ downloadId: fc.nat(3) }),
  changeAddress: fc.record({
    ccpUrl: fc.constantFrom(
      'https://a.my.connect.aws/ccp-v2/',
      'http://127.0.0.1:1/',
      'javascript:alert(1)',
      'https://u:p@a.example/',
    ),
    region: anyText,
    loginUrl: fc.constantFrom('', 'https://login.example/', 'file:///etc/passwd'),
  }),
  answerSignIn: fc.record({
    questionId: fc.nat(3),
    answer: fc.oneof(
      fc.record({ kind: fc.constantFrom('yes', 'no') }),
      fc.record({ kind: fc.constant('certificate'), index: fc.nat(3) }),
      fc.record({ kind: fc.constant('password'), user: anyText, password: anyText }),
    ),
  }),
  signOut: fc.constant(undefined),
  trySimulator: fc.constant(undefined),
  readExits: fc.constant(undefined),
  dismissUncleanEnd: fc.constant(undefined),
  exportExits: fc.record({ format: fc.constantFrom('csv', 'json', '../x') }),
  readHotkeys: fc.constant(undefined),
  changeHotkey: fc.record({
    action: fc.constantFrom(...hotkeyActions, 'eject'),
    accelerator: fc.oneof(fc.constantFrom('', 'Ctrl+F1', 'ctrl + alt+k', 'Foo+A', 'A', 'Alt+F4', '+'), anyText),
  }),
  pauseHotkeys: fc.boolean(),
  choose: fc.record({
    name: fc.constantFrom(...choiceNames, 'guardian', 'hookUrl'),
    value: fc.oneof(fc.boolean(), fc.constantFrom('dark', 'light'), anyText),
  }),
  chooseHeadset: fc.record({ candidateId: fc.option(fc.nat(3)) }),
  headsetsDark: fc.constant(undefined),
  forgetHeadset: fc.record({
    vendorId: fc.nat(0xffff),
    productId: fc.nat(0xffff),
    serial: fc.option(anyText),
    name: anyText,
  }),
  settleErrand: fc.record({ errandId: fc.nat() }),
  readLinks: fc.constant(undefined),
  takeLinks: fc.constant(undefined),
};

type Step =
  | { readonly kind: 'ask'; readonly name: RequestName; readonly input: unknown; readonly trusted: boolean }
  | { readonly kind: 'quit'; readonly cause: 'agent' | 'system' }
  | { readonly kind: 'question' }
  | { readonly kind: 'time'; readonly ms: number };

const ask: fc.Arbitrary<Step> = fc.constantFrom(...requestNames).chain((name) =>
  fc.record({
    kind: fc.constant('ask' as const),
    name: fc.constant(name),
    input: fc.oneof({ weight: 4, arbitrary: INPUTS[name] }, { weight: 3, arbitrary: damaged(INPUTS[name]) }, junk),
    trusted: fc.integer({ min: 0, max: 5 }).map((draw) => draw > 0),
  }),
);
const say: fc.Arbitrary<Step> = wholeSnapshot.map((input) => ({
  kind: 'ask',
  name: 'announceSnapshot',
  input,
  trusted: true,
}));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: ask },
  { weight: 3, arbitrary: say },
  { weight: 2, arbitrary: fc.constantFrom<Step>({ kind: 'quit', cause: 'agent' }, { kind: 'quit', cause: 'system' }) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'question' }) },
  { weight: 2, arbitrary: fc.constantFrom(1, 500, 3_000, 15_000).map((ms): Step => ({ kind: 'time', ms })) },
);

const isConfirmed = ({ agent, contacts }: PhoneSnapshot): boolean =>
  agent?.availability.type === 'offline' && contacts.length === 0;
const isQueued = ({ agent, contacts }: PhoneSnapshot): boolean =>
  contacts.length > 0 && (agent?.availability.type === 'offline' || agent?.nextStatus?.type === 'offline');

/** What a request may do beside answering; the gate's own deeds are judged apart. */
const OWN_DEEDS: { readonly [Name in RequestName]?: readonly string[] } = {
  changeAddress: ['changeSettings', 'openInstance'],
  choose: ['changeSettings'],
  answerClosing: ['closingAnswered'],
  restartPanel: ['restartPanel'],
  showDownload: ['showDownload'],
  exportExits: ['saveText'],
  dismissUncleanEnd: ['dismissUncleanEnd'],
  chooseHeadset: ['chooseHeadset'],
  headsetsDark: ['headsetsDark'],
  forgetHeadset: ['forgetHeadset'],
};
const guarded = [
  'changeSettings',
  'openInstance',
  'restartPanel',
  'showDownload',
  'saveText',
  'dismissUncleanEnd',
  'chooseHeadset',
  'headsetsDark',
  'forgetHeadset',
];

const lost: unknown[] = [];
const noteLost = (reason: unknown): void => void lost.push(reason);

beforeEach(() => {
  vi.useFakeTimers();
  lost.length = 0;
  process.on('unhandledRejection', noteLost);
});
afterEach(() => {
  process.off('unhandledRejection', noteLost);
  vi.useRealTimers();
});

describe('the desktop side on any messages', () => {
  fuzz(
    'answers each by the contract, does nothing unasked, and lets nobody go who is not confirmed to be Offline',
    14,
    fc.array(step, { minLength: 1, maxLength: 12 }),
    async (steps) => {
      const wrongExits: unknown[] = [];
      let exits = 0;
      let quitAsked = false;
      let bySystem = false;
      let quitAnyway = false;
      const { deeds, gate, questions, channels, heard } = startDesktop((code) => {
        const last = heard();
        const isConfirmedNow = last === null || isConfirmed(last);
        const isRight =
          code === exitCodes.chosen
            ? quitAnyway
            : code === exitCodes.handedOver
              ? bySystem
              : isConfirmedNow || (bySystem && isQueued(last));
        exits += 1;
        if (!quitAsked || !isRight) wrongExits.push([code, last]);
      });
      for (const each of steps) {
        const before = deeds.length;
        if (each.kind === 'quit') {
          quitAsked = true;
          bySystem ||= each.cause === 'system';
          gate.askExit(each.cause, 'fuzz');
        }
        if (each.kind === 'question') void questions.ask({ kind: 'allowHost', host: 'a.example' });
        if (each.kind === 'time') await vi.advanceTimersByTimeAsync(each.ms);
        if (each.kind === 'ask') {
          const { name, input, trusted } = each;
          const good = trusted && requests[name].input.safeParse(input).success;
          if (good && name === 'chooseLeaving' && input === 'quitAnyway') quitAnyway = true;
          if (good && name === 'signOut') quitAsked = true;
          const sender = { senderFrame: trusted ? {} : null, sender: { id: 1 } } as unknown as Sender;
          const answer = (await channels.get(channelOf(name))?.(sender, input)) as {
            readonly ok: boolean;
            readonly value?: unknown;
            readonly failure?: { readonly kind: string };
          };
          structuredClone(answer);
          if (answer.ok) expect(requests[name].output.safeParse(answer.value).success).toBe(true);
          else expect(['notTrusted', 'badInput', 'failed']).toContain(answer.failure?.kind);
          expect(answer.failure?.kind === 'notTrusted').toBe(!trusted);
          expect(answer.failure?.kind).not.toBe('failed');
          const done = deeds.slice(before).map(([deed]) => deed);
          if (!good) expect(done).toEqual([]);
          for (const deed of done.filter((other) => guarded.includes(other))) expect(OWN_DEEDS[name]).toContain(deed);
        }
        // What the gate still has under way is its own and not the next message's.
        await vi.advanceTimersByTimeAsync(0);
      }
      await vi.advanceTimersByTimeAsync(allOverMs);
      expect(wrongExits).toEqual([]);
      expect(exits).toBeLessThanOrEqual(1);
      const orders = deeds.filter(([name, channel]) => name === 'sent' && channel === channelOf('executeCommand'));
      const kinds = orders.map(([, , payload]) => (payload as { readonly command: Command }).command.kind);
      // A ring is rejected on the way out, and a call ended where the agent chose so.
      const endings = ['reject', 'hangUp'];
      if (!quitAsked) expect(kinds).toEqual([]);
      for (const kind of kinds) expect(['goOffline', 'clear', ...endings]).toContain(kind);
      expect(lost).toEqual([]);
      vi.clearAllTimers();
    },
  );
});
