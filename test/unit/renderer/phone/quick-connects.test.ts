import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createQuickConnects } from '../../../../renderer/phone/quick-connects.js';
import { throws } from './fake-streams.js';

interface Callbacks {
  success(data: unknown): void;
  failure(error: unknown): void;
}

/** An agent whose quick connects are asked for, and who answers when the test says. */
function fakeAgent() {
  const asked: { readonly queues: readonly string[]; readonly answer: Callbacks }[] = [];
  return {
    asked,
    agent: {
      getRoutingProfile: () => ({ defaultOutboundQueue: { queueARN: 'arn:q1' } }),
      getAllQueueARNs: () => ['arn:q1', 'arn:q2', ''],
      getEndpoints: (queues: readonly string[], answer: Callbacks) => void asked.push({ queues, answer }),
    },
  };
}

const billing = { endpointARN: 'arn:e1', type: 'queue', name: 'Billing' };
const ada = { endpointARN: 'arn:e2', type: 'agent', name: 'Ada' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the quick connects', () => {
  it('are asked for of all queues at once, the one dialled from among them', () => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    expect(quickConnects.directory.value).toEqual({ phase: 'unread', quickConnects: [] });
    quickConnects.load(agent as never);
    expect(quickConnects.directory.value.phase).toBe('loading');
    expect(asked.map(({ queues }) => queues)).toEqual([['arn:q1', 'arn:q2']]);
  });

  it('come by name, each once, and are found by their id', () => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    quickConnects.load(agent as never);
    asked[0]?.answer.success({
      endpoints: [
        billing,
        ada,
        billing,
        { endpointARN: 'arn:e3', type: 'phone_number', name: ' Taxi ', phoneNumber: '+1' },
      ],
    });
    expect(quickConnects.directory.value).toEqual({
      phase: 'ready',
      quickConnects: [
        { endpointId: 'arn:e2', name: 'Ada', kind: 'agent', phoneNumber: null },
        { endpointId: 'arn:e1', name: 'Billing', kind: 'queue', phoneNumber: null },
        { endpointId: 'arn:e3', name: 'Taxi', kind: 'phoneNumber', phoneNumber: '+1' },
      ],
    });
    expect(quickConnects.find('arn:e1')).toBe(billing);
    expect(quickConnects.find('arn:gone')).toBeNull();
    expect(vi.getTimerCount()).toBe(0);
  });

  it('of any shape cost only themselves', () => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    quickConnects.load(agent as never);
    const nameless = { endpointARN: 'arn:e4', type: 'agent' };
    asked[0]?.answer.success({
      endpoints: [null, 7, {}, { endpointARN: '' }, { endpointARN: 'arn:x', type: 'flow' }, nameless],
    });
    expect(quickConnects.directory.value.quickConnects).toEqual([
      { endpointId: 'arn:e4', name: '', kind: 'agent', phoneNumber: null },
    ]);
  });

  it.each([
    ['an answer without a list', (answer: Callbacks) => answer.success({}), 'ready'],
    ['a refusal', (answer: Callbacks) => answer.failure('no'), 'failed'],
    ['silence', () => void vi.advanceTimersByTime(20_000), 'failed'],
  ] as const)('survive %s', (_what, answers, phase) => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    quickConnects.load(agent as never);
    answers(asked[0]?.answer as Callbacks);
    expect(quickConnects.directory.value).toEqual({ phase, quickConnects: [] });
  });

  it('survive a Streams that throws', () => {
    const quickConnects = createQuickConnects();
    quickConnects.load({ ...fakeAgent().agent, getAllQueueARNs: throws } as never);
    expect(quickConnects.directory.value.phase).toBe('failed');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('keep what was read while it is read anew, also when that fails', () => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    quickConnects.load(agent as never);
    asked[0]?.answer.success({ endpoints: [ada] });
    quickConnects.load(agent as never);
    expect(quickConnects.directory.value).toMatchObject({ phase: 'loading', quickConnects: [{ name: 'Ada' }] });
    asked[1]?.answer.failure('no');
    expect(quickConnects.directory.value).toMatchObject({ phase: 'failed', quickConnects: [{ name: 'Ada' }] });
  });

  it('believe the latest answer asked for, not the latest given', () => {
    const { agent, asked } = fakeAgent();
    const quickConnects = createQuickConnects();
    quickConnects.load(agent as never);
    quickConnects.load(agent as never);
    asked[1]?.answer.success({ endpoints: [ada] });
    asked[0]?.answer.success({ endpoints: [billing] });
    expect(quickConnects.directory.value.quickConnects.map(({ name }) => name)).toEqual(['Ada']);
  });
});
