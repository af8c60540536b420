import { describe, expect, it } from 'vitest';
import { longPollHoldMs } from '../../../simulator/long-poll.js';
import { startForTest } from './start-for-test.js';
import { callApi, until, type WireSnapshot } from './wire.js';

describe('the long poll', () => {
  it('answers at once without a token or with an old one', async () => {
    const simulator = await startForTest();
    const first = await callApi(simulator, 'GetAgentSnapshot');
    simulator.control.ring();
    const second = await callApi(simulator, 'GetAgentSnapshot', { nextToken: first.body.nextToken });
    expect((second.body.snapshot as WireSnapshot).contacts).toHaveLength(1);
    expect(second.body.nextToken).not.toBe(first.body.nextToken);
  });

  it('lets every poller know of a change', async () => {
    const simulator = await startForTest();
    const { body } = await callApi(simulator, 'GetAgentSnapshot');
    const polls = [1, 2].map(() => callApi(simulator, 'GetAgentSnapshot', { nextToken: body.nextToken }));
    await until(() => simulator.control.state().pollsHeld === 2, 'two polls are held');
    const contactId = simulator.control.ring();
    for (const answer of await Promise.all(polls)) {
      const { contacts, state } = answer.body.snapshot as WireSnapshot;
      // The whole change is in the first answer after it: contact and state together.
      expect(contacts.map((contact) => contact.contactId)).toEqual([contactId]);
      expect(state.name).toBe('PendingBusy');
    }
  });

  it('answers after the hold when nothing changes, with the same token', async () => {
    const simulator = await startForTest();
    const { body } = await callApi(simulator, 'GetAgentSnapshot');
    const poll = callApi(simulator, 'GetAgentSnapshot', { nextToken: body.nextToken });
    await until(() => simulator.control.state().pollsHeld === 1, 'the poll is held');
    simulator.clock.advance(longPollHoldMs - 1);
    expect(simulator.control.state().pollsHeld).toBe(1);
    simulator.clock.advance(1);
    expect((await poll).body.nextToken).toBe(body.nextToken);
  });

  it('lets go of a poller that leaves', async () => {
    const simulator = await startForTest();
    const { body } = await callApi(simulator, 'GetAgentSnapshot');
    const leaving = new AbortController();
    const poll = callApi(
      simulator,
      'GetAgentSnapshot',
      { nextToken: body.nextToken },
      { signal: leaving.signal },
    ).catch(() => null);
    await until(() => simulator.control.state().pollsHeld === 1, 'the poll is held');
    leaving.abort();
    await poll;
    await until(() => simulator.control.state().pollsHeld === 0, 'the poll is let go');
  });

  it('tells when the present state has been delivered', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    await expect(simulator.waitForDelivery({ timeoutMs: 1 })).rejects.toThrow('Nobody polled');
    const delivered = simulator.waitForDelivery({ timeoutMs: 1_000 });
    await callApi(simulator, 'GetAgentSnapshot');
    await delivered;
  });

  it('hands out a distorted snapshot when asked to', async () => {
    const simulator = await startForTest();
    simulator.control.ring();
    simulator.control.setSnapshotShape((snapshot) => ({ ...snapshot, contacts: 'none' }));
    expect((await callApi(simulator, 'GetAgentSnapshot')).body.snapshot).toMatchObject({ contacts: 'none' });
    simulator.control.setSnapshotShape(null);
    expect((await callApi(simulator, 'GetAgentSnapshot')).body.snapshot).toMatchObject({ contacts: [{}] });
  });
});
