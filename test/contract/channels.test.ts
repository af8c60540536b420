import { describe, expect, it } from 'vitest';
import { channelOf, eventNames, requestNames } from '../../contract/channels.js';
import { events } from '../../contract/events.js';
import { requests } from '../../contract/requests.js';

describe('the channels', () => {
  it('list every request of the table, once, in its order', () => {
    expect(requestNames).toEqual(Object.keys(requests));
  });

  it('list every event of the table, once, in its order', () => {
    expect(eventNames).toEqual(Object.keys(events));
  });

  it('are one a name', () => {
    const names = [...requestNames, ...eventNames];
    expect(new Set(names.map(channelOf)).size).toBe(names.length);
    for (const name of names) expect(channelOf(name)).toBe(`switchhook:${name}`);
  });

  it('check what goes in and what comes out', () => {
    for (const name of requestNames) {
      expect(requests[name].input.safeParse(Symbol('nothing')).success, name).toBe(false);
      expect(requests[name].output.safeParse(Symbol('nothing')).success, name).toBe(false);
    }
    for (const name of eventNames) expect(events[name].safeParse(Symbol('nothing')).success, name).toBe(false);
  });
});
