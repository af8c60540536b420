import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../contract/contact.js';
import { chooseWords } from '../../../../contract/words/choose-words.js';
import { describeChange } from '../../../../renderer/models/describe-change.js';
import { agentLeg, buildConnection, buildContact, buildSnapshot, customerLeg } from '../../contract/build-snapshot.js';

const words = chooseWords('en');
const on = (change: Partial<Contact>) =>
  buildSnapshot({ contacts: [buildContact({ customerName: 'Ada', ...change })] });
const grace = buildConnection({ name: 'Grace Hopper' });
const two = { connections: [agentLeg, customerLeg] };
const three = { connections: [agentLeg, customerLeg, grace] };
const dialled = { connections: [agentLeg, customerLeg, { ...grace, state: 'connecting' as const }] };

describe('what is read out', () => {
  it.each([
    [{ state: 'connecting' }, two, 'Connected with Ada'],
    [two, dialled, null],
    [dialled, three, 'Grace Hopper is on the call.'],
    [three, two, 'Grace Hopper has left the call.'],
    [dialled, two, null],
    [three, { connections: [agentLeg, grace] }, 'Ada has left the call.'],
    [three, { ...two, state: 'ended' }, words.announce.ended],
    [{ channel: 'task' }, { channel: 'task', state: 'paused' }, 'Task paused.'],
  ] as const)('of a change, case %#', (before, after, sentence) => {
    expect(describeChange(on(before), on(after), words)).toBe(sentence);
  });
});
