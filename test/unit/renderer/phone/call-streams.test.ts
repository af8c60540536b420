import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandFailureSchema } from '../../../../contract/command.js';
import {
  answerTimeoutMs,
  callStreams,
  readFailure,
  type StreamsCallbacks,
} from '../../../../renderer/phone/call-streams.js';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Starts a call and hands over its callbacks and its outcomes. */
function start(timeoutMs?: number) {
  const given: StreamsCallbacks[] = [];
  const outcomes: unknown[] = [];
  void callStreams((callbacks) => given.push(callbacks), timeoutMs).then((failure) => outcomes.push(failure));
  const [callbacks] = given;
  if (callbacks === undefined) throw new Error('The call was not made at once');
  return { callbacks, outcomes };
}

describe('callStreams', () => {
  it('resolves with nothing on success and leaves no timer', async () => {
    const { callbacks, outcomes } = start();
    callbacks.success();
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes).toEqual([null]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('works when Streams calls back before it returns', async () => {
    expect(await callStreams(({ success }) => success())).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('says no answer after 10 s, not before', async () => {
    const { outcomes } = start();
    await vi.advanceTimersByTimeAsync(answerTimeoutMs - 1);
    expect(outcomes).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(outcomes).toEqual([{ reason: 'noAnswer', detail: null }]);
    expect(answerTimeoutMs).toBe(10_000);
  });

  it('says no more of what was thrown than the contract takes', async () => {
    const failure = await callStreams(() => {
      throw Object.assign(new Error('odd'), { name: 'x'.repeat(600) });
    });
    expect(commandFailureSchema.parse(failure)).toEqual({ reason: 'refused', detail: 'x'.repeat(80) });
  });

  it('waits as long as it is told', async () => {
    const { outcomes } = start(500);
    await vi.advanceTimersByTimeAsync(500);
    expect(outcomes).toHaveLength(1);
  });

  it('ignores an answer that comes late', async () => {
    const { callbacks, outcomes } = start(500);
    await vi.advanceTimersByTimeAsync(500);
    callbacks.success();
    callbacks.failure('error');
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes).toEqual([{ reason: 'noAnswer', detail: null }]);
  });

  it('takes the first of two answers', async () => {
    const { callbacks, outcomes } = start();
    callbacks.failure('{"type":"InvalidStateException"}');
    callbacks.success();
    await vi.advanceTimersByTimeAsync(0);
    expect(outcomes).toEqual([{ reason: 'refused', detail: 'InvalidStateException' }]);
  });

  it.each([
    [
      'a contact that is gone',
      Object.assign(new Error('Contact c1 no longer exists.'), { name: 'StateError' }),
      { reason: 'noContact', detail: 'StateError' },
    ],
    ['something else', new TypeError('undefined'), { reason: 'refused', detail: 'TypeError' }],
    ['no error', 'text', { reason: 'refused', detail: null }],
  ])('takes what Streams throws at once for a failure: %s', async (_what, thrown, failure) => {
    const call = callStreams(() => {
      throw thrown;
    });
    expect(await call).toEqual(failure);
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('readFailure', () => {
  it.each([
    [
      'a refusal as text',
      '{"type":"InvalidStateException","message":"secret","statusCode":400}',
      'refused',
      'InvalidStateException',
    ],
    ['a refusal as object', { type: 'ThrottlingException' }, 'refused', 'ThrottlingException'],
    [
      'a server error',
      '{"type":"InternalServiceException","retryStatus":"none"}',
      'refused',
      'InternalServiceException',
    ],
    ['the end of the sign-in', '{"type":"UnauthorizedException"}', 'signedOut', 'UnauthorizedException'],
    ['an expired refresh token', { type: 'RefreshTokenExpiredException' }, 'signedOut', 'RefreshTokenExpiredException'],
    ['an empty object as text', '{}', 'refused', null],
    ['an empty object', {}, 'refused', null],
    ['a bare word', 'error', 'refused', null],
    ['a bare word as text', '"error"', 'refused', null],
    ['text that is no JSON', '{"type":', 'refused', null],
    ['null as text', 'null', 'refused', null],
    ['nothing', undefined, 'refused', null],
    ['null', null, 'refused', null],
    ['a number', 500, 'refused', null],
    ['a type that is no text', { type: 7 }, 'refused', null],
  ])('reads %s', (_what, error, reason, detail) => expect(readFailure(error)).toEqual({ reason, detail }));

  it('takes nothing but a short type, as messages may be personal', () => {
    const { detail } = readFailure({ type: 'x'.repeat(500), message: '+14155550100' });
    expect(detail).toBe('x'.repeat(80));
  });
});
