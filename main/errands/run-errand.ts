import type { Command, CommandFailure } from '../../contract/command.js';
import type { AskedErrand, ErrandRefusal } from '../../contract/errand.js';
import type { EventPayload } from '../../contract/events.js';
import type { Settings } from '../../contract/settings.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import type { Log } from '../app/log.js';
import { createRateLimit } from '../app/rate-limit.js';
import type { Announcer } from '../ipc/announce.js';
import { describePhone } from './describe-phone.js';
import type { Errand, ErrandSource } from './errand.js';
import { callerCodes, type ErrandAnswer } from './errand-answer.js';
import { judgeErrand, type PhoneErrand } from './judge-errand.js';

export interface ErrandDeps {
  readonly link: {
    snapshot(): PhoneSnapshot;
    onSnapshot(listener: (snapshot: PhoneSnapshot) => void): void;
    execute(command: Command, timeoutMs: number): Promise<CommandFailure | null>;
  };
  readonly gate: { leaving(): boolean; askExit(cause: 'agent', what: string): void };
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly words: Words;
  readonly log: Log;
  readonly settings: { values(): Pick<Settings, 'confirmLinks'> };
  bringForward(): void;
}

/** Carries out what links and command lines want, one call or status at a time. */
export interface ErrandRunner {
  /** `tell` brings the answer to whoever waits for it. */
  run(errand: Errand, source: ErrandSource, tell: (answer: ErrandAnswer) => Promise<void>): Promise<void>;
  /** The page has answered, or is about to. */
  settle(errandId: number): void;
  /** The page is new and shows nothing yet. */
  showAgain(): void;
  /** The agent has left: what was asked for is nobody's any more. */
  forget(): void;
}

/** As long as the phone itself waits for Connect. */
const commandTimeoutMs = 15_000;
/** More links than a hand follows. */
const mostErrands = 5;
const errandWindowMs = 10_000;

/** What was asked for longer ago may be forgotten, so that it is asked for in any case. */
const rememberedMs = 60_000;

type Asked = NonNullable<EventPayload<'errandAsked'>>;

export function createErrandRunner(deps: ErrandDeps): ErrandRunner {
  const { link, gate, announcer, words } = deps;
  const rate = createRateLimit(mostErrands, errandWindowMs);
  let nextErrandId = 0;
  let asked: Asked | null = null;
  let withdraw = (): void => undefined;
  /** Waits for somebody to sign in. */
  let waiting: { readonly errand: PhoneErrand; readonly sinceMs: number } | null = null;

  const done = (text: string): ErrandAnswer => ({ code: callerCodes.done, text });

  /** The window says it where a link asked: a desktop that heard of a failure would open the link with a browser. */
  const notDone = (text: string, source: ErrandSource): ErrandAnswer =>
    source === 'link' ? done(text) : { code: callerCodes.refused, text };

  function refuse(refusal: ErrandRefusal, source: ErrandSource): ErrandAnswer {
    if (source === 'link') announcer.announce('errandRefused', refusal);
    return notDone(words.errands.refused(refusal), source);
  }

  function show(shown: Asked | null): void {
    withdraw();
    asked = shown;
    withdraw = announcer.announce('errandAsked', shown);
  }

  async function carryOut(errand: AskedErrand, source: ErrandSource, confirm: boolean): Promise<ErrandAnswer> {
    if (confirm || errand.kind === 'dial') {
      show({ errandId: nextErrandId++, errand, confirm });
      return done(confirm ? words.errands.asks : words.errands.dials);
    }
    const { kind, statusId, name } = errand;
    const failure = await link.execute({ kind, statusId }, commandTimeoutMs);
    return failure === null ? done(words.errands.taken(kind, name)) : notDone(words.failure(kind, failure), source);
  }

  async function runPhone(errand: PhoneErrand, source: ErrandSource): Promise<ErrandAnswer> {
    const mayAsk = source === 'link' || errand.kind === 'dial';
    if (mayAsk && (asked !== null || waiting !== null || rate.take(Date.now()) === null)) {
      return refuse({ kind: 'tooMany' }, source);
    }
    if (mayAsk) deps.bringForward();
    if (gate.leaving()) return refuse({ kind: 'leaving' }, source);
    if (mayAsk && link.snapshot().agent === null) {
      waiting = { errand, sinceMs: Date.now() };
      return done(words.errands.waits);
    }
    const judged = judgeErrand(errand, link.snapshot());
    if (!judged.ok) return refuse(judged.failure, source);
    return carryOut(judged.value, source, mayAsk && deps.settings.values().confirmLinks);
  }

  link.onSnapshot((snapshot) => {
    if (waiting !== null && snapshot.agent !== null && !gate.leaving()) {
      const { errand, sinceMs } = waiting;
      waiting = null;
      const judged = judgeErrand(errand, snapshot);
      const forgotten = Date.now() - sinceMs > rememberedMs;
      if (judged.ok) void carryOut(judged.value, 'link', forgotten || deps.settings.values().confirmLinks);
      else refuse(judged.failure, 'link');
    }
    // A call that comes goes before one that was to be made.
    if (asked?.errand.kind === 'dial' && snapshot.agent !== null) {
      const judged = judgeErrand(asked.errand, snapshot);
      if (judged.ok) return;
      show(null);
      refuse(judged.failure, 'link');
    }
  });

  async function run(errand: Errand, source: ErrandSource): Promise<ErrandAnswer> {
    switch (errand.kind) {
      case 'printStatus':
        return done(describePhone(link.snapshot()));
      case 'quit':
        return done(words.errands.leaves);
      case 'show':
        deps.bringForward();
        return done(words.errands.shown);
      case 'unknown':
        if (rate.take(Date.now()) === null) return refuse({ kind: 'tooMany' }, source);
        return refuse({ kind: errand.why === 'notForLinks' ? 'notForLinks' : 'badLink' }, source);
      default:
        return runPhone(errand, source);
    }
  }

  return {
    async run(errand, source, tell) {
      const answer = await run(errand, source);
      deps.log.write('errand', { kind: errand.kind, source, code: answer.code });
      await tell(answer);
      // Nobody could be told any more when the app has ended.
      if (errand.kind === 'quit') gate.askExit('agent', 'second-instance');
    },
    settle(errandId) {
      if (asked?.errandId === errandId) asked = null;
    },
    showAgain() {
      if (asked !== null) show(asked);
    },
    forget() {
      waiting = null;
      if (asked !== null) show(null);
    },
  };
}
