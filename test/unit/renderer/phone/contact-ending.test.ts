import { describe, expect, it } from 'vitest';
import { contactStateSchema } from '../../../../contract/contact.js';
import { type EndingFacts, endingOf } from '../../../../renderer/phone/contact-ending.js';

const facts = (change: Partial<EndingFacts>): EndingFacts => ({
  state: 'missed',
  direction: 'inbound',
  timeline: [{ state: 'connecting', sinceMs: 1 }],
  rejectedByUs: false,
  agentErrorName: null,
  ...change,
});

describe('endingOf', () => {
  it.each(contactStateSchema.options)('is told of a contact that is %s only when it came to nothing', (state) => {
    const unanswered = ['missed', 'rejected', 'error'].includes(state);
    expect(endingOf(facts({ state })) !== null).toBe(unanswered);
  });

  it.each([
    ['missed', {}, 'missed'],
    // Connect lets a contact that nobody took end as an error as well.
    ['error', { agentErrorName: 'MissedCallAgent' }, 'missed'],
    ['missed', { rejectedByUs: true }, 'declined'],
    ['rejected', { rejectedByUs: true }, 'declined'],
    ['error', { rejectedByUs: true, agentErrorName: 'MissedCallAgent' }, 'declined'],
    ['rejected', {}, 'abandoned'],
    ['error', {}, 'abandoned'],
    ['error', { timeline: [{ state: 'incoming', sinceMs: 1 }] }, 'abandoned'],
    ['error', { direction: 'outbound' }, 'failed'],
    ['error', { timeline: [{ state: 'connected', sinceMs: 1 }] }, 'failed'],
    // A contact that arrives as it is: nothing is known of before.
    ['error', { timeline: [] }, 'failed'],
    ['missed', { timeline: [] }, 'missed'],
  ] as const)('of %s with %j is %s', (state, change, ending) => {
    expect(endingOf(facts({ state, ...change }))).toBe(ending);
  });
});
