import { describe, expect, it } from 'vitest';
import { channelOf } from '../../../contract/channels.js';
import { createAnnouncer } from '../../../main/ipc/announce.js';

function start() {
  const sent: unknown[] = [];
  const announcer = createAnnouncer((channel, payload) => {
    sent.push([channel, payload]);
    return true;
  });
  return { announcer, sent };
}

const panel = channelOf('panelLoaded');

describe('the announcer', () => {
  it('keeps what comes until the page listens, then sends it in order', () => {
    const { announcer, sent } = start();
    announcer.announce('panelLoaded', 'unreachable');
    announcer.announce('panelLoaded', null);
    announcer.announce('showLeaving', { goal: 'quit', view: { kind: 'onContact' } });
    expect(sent).toEqual([]);
    announcer.pageListens();
    expect(sent).toEqual([
      [panel, 'unreachable'],
      [panel, null],
      [channelOf('showLeaving'), { goal: 'quit', view: { kind: 'onContact' } }],
    ]);
  });

  it('sends at once while the page listens', () => {
    const { announcer, sent } = start();
    announcer.pageListens();
    announcer.announce('panelLoaded', 'badAnswer');
    expect(sent).toEqual([[panel, 'badAnswer']]);
  });

  it('sends nothing twice when the page says twice that it listens', () => {
    const { announcer, sent } = start();
    announcer.announce('panelLoaded', null);
    announcer.pageListens();
    announcer.pageListens();
    expect(sent).toHaveLength(1);
  });

  it('keeps what comes after the page left for the next one', () => {
    const { announcer, sent } = start();
    announcer.pageListens();
    announcer.pageLeft();
    announcer.announce('panelLoaded', 'signedOut');
    expect(sent).toEqual([]);
    announcer.pageListens();
    expect(sent).toEqual([[panel, 'signedOut']]);
  });

  it('forgets what is withdrawn while it waits, and only that', () => {
    const { announcer, sent } = start();
    announcer.announce('panelLoaded', 'unreachable');
    const withdraw = announcer.announce('panelLoaded', 'unreachable');
    announcer.announce('panelLoaded', null);
    withdraw();
    withdraw();
    announcer.pageListens();
    expect(sent).toEqual([
      [panel, 'unreachable'],
      [panel, null],
    ]);
  });

  it('cannot withdraw what was sent', () => {
    const { announcer, sent } = start();
    announcer.pageListens();
    announcer.announce('panelLoaded', null)();
    expect(sent).toEqual([[panel, null]]);
  });

  it('throws on a payload that breaks the contract and sends nothing of it', () => {
    const { announcer, sent } = start();
    expect(() => announcer.announce('panelLoaded', 'bored' as never)).toThrow();
    announcer.pageListens();
    expect(sent).toEqual([]);
  });
});
