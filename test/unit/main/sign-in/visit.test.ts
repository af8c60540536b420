import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SignInAnswer, SignInQuestion } from '../../../../contract/sign-in.js';
import { answerLimitMs, createVisit, maxSteps } from '../../../../main/sign-in/visit.js';

const panel = 'https://example.my.connect.aws/ccp-v2/';

/** A visit on a hand-made window; questions wait until the test answers them. */
function start() {
  const allowed: string[] = [];
  const questions: SignInQuestion[] = [];
  const done: string[] = [];
  let answer: (answer: SignInAnswer) => void = () => undefined;
  const visit = createVisit({
    places: { ccpUrl: panel, loginUrl: '', mayBeLocal: false, allowedHosts: () => allowed },
    ask(question, withdrawn) {
      questions.push(question);
      return new Promise((resolve) => {
        answer = resolve;
        withdrawn.addEventListener('abort', () => resolve({ kind: 'no' }));
      });
    },
    async allow(host) {
      allowed.push(host);
    },
    focus: () => done.push('focus'),
    close: () => done.push('close'),
    closeIfBlank: () => done.push('closeIfBlank'),
    startAgain: () => done.push('startAgain'),
  });
  return {
    visit,
    questions,
    done,
    async say(kind: 'yes' | 'no') {
      answer({ kind });
      await vi.advanceTimersByTimeAsync(0);
    },
  };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('a visit', () => {
  it('asks once for a host and shows nothing of it before', async () => {
    const { visit, questions, done, say } = start();
    const admitted = visit.admit('https://idp.example/a');
    expect(questions).toEqual([{ kind: 'allowHost', host: 'idp.example' }]);
    await say('yes');
    expect(await admitted).toBe(true);
    expect(await visit.admit('https://idp.example/b')).toBe(true);
    expect(questions).toHaveLength(1);
    expect(done).toEqual(['focus']);
  });

  it('ends when the host is not allowed', async () => {
    const { visit, done, say } = start();
    const admitted = visit.admit('https://idp.example/');
    await say('no');
    expect(await admitted).toBe(false);
    expect(done).toEqual(['close']);
  });

  it('refuses http and says so', async () => {
    const { visit, questions } = start();
    expect(await visit.admit('http://idp.example/')).toBe(false);
    expect(questions).toEqual([{ kind: 'refused', host: 'idp.example' }]);
  });

  it('ends after too many pages that no hand has asked for', async () => {
    const { visit, questions, done, say } = start();
    for (let step = 0; step <= maxSteps; step += 1) expect(await visit.admit(panel)).toBe(true);
    expect(await visit.admit(panel)).toBe(false);
    expect(questions).toEqual([{ kind: 'tooManyRedirects', host: 'example.my.connect.aws' }]);
    await say('no');
    expect(done).toEqual(['close']);
  });

  it('counts anew after each click', async () => {
    const { visit, questions } = start();
    for (let step = 0; step < 3 * maxSteps; step += 1) {
      if (step % maxSteps === 0) visit.touched();
      expect(await visit.admit(panel)).toBe(true);
    }
    expect(questions).toEqual([]);
  });

  it('says after a minute that nobody answers, and begins again when asked to', async () => {
    const { visit, questions, done, say } = start();
    await visit.admit(panel);
    await vi.advanceTimersByTimeAsync(answerLimitMs - 1);
    expect(questions).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(questions).toEqual([{ kind: 'noAnswer', host: 'example.my.connect.aws' }]);
    await say('yes');
    expect(done).toEqual(['startAgain']);
  });

  it('is content with an answer in time, and with one that comes while it asks', async () => {
    const { visit, questions, done } = start();
    await visit.admit(panel);
    visit.arrived();
    await vi.advanceTimersByTimeAsync(2 * answerLimitMs);
    expect(questions).toEqual([]);
    await visit.admit(panel);
    await vi.advanceTimersByTimeAsync(answerLimitMs);
    visit.arrived();
    await vi.advanceTimersByTimeAsync(0);
    expect(questions).toHaveLength(1);
    expect(done).toEqual([]);
  });

  it('does not run its limit while the agent is asked', async () => {
    const { visit, questions } = start();
    void visit.admit('https://idp.example/');
    await vi.advanceTimersByTimeAsync(2 * answerLimitMs);
    expect(questions).toEqual([{ kind: 'allowHost', host: 'idp.example' }]);
  });

  it.each([
    [-105, 'noAnswer'],
    [-310, 'tooManyRedirects'],
    [-3, undefined],
    [-20, undefined],
  ] as const)('tells net error %i as %s', async (errorCode, kind) => {
    const { visit, questions } = start();
    visit.failed(errorCode, panel);
    expect(questions[0]?.kind).toBe(kind);
  });

  it('is over with its window', async () => {
    const { visit, done } = start();
    const admitted = visit.admit('https://idp.example/');
    visit.closed();
    expect(await admitted).toBe(false);
    expect(await visit.admit(panel)).toBe(false);
    await vi.advanceTimersByTimeAsync(2 * answerLimitMs);
    expect(done).toEqual([]);
  });
});
