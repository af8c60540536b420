import { describe, expect, it } from 'vitest';
import { type Health, type PanelTrouble, panelTroubleSchema } from '../../../../contract/health.js';
import { foldHealth, type HealthSign } from '../../../../renderer/phone/health.js';

const starting: Health = { phase: 'starting', trouble: null, webSocketUp: true, otherPanel: false, recovery: 'none' };
const ready: Health = { phase: 'ready', trouble: null, webSocketUp: true, otherPanel: false, recovery: 'none' };
const inTrouble = (trouble: PanelTrouble): Health => ({
  phase: 'trouble',
  trouble,
  webSocketUp: true,
  otherPanel: false,
  recovery: 'none',
});
const healthAfter = (...signs: HealthSign[]): Health => signs.reduce(foldHealth, starting);

describe('the health of the panel', () => {
  it('is ready when Connect told of the agent, unless what is told may be old', () => {
    const old: readonly string[] = ['stale', 'slept', 'gaveUp', 'panelSilent'];
    for (const trouble of panelTroubleSchema.options) {
      const before = inTrouble(trouble);
      expect(foldHealth(before, { kind: 'agentSeen' })).toEqual(old.includes(trouble) ? before : ready);
    }
    expect(healthAfter({ kind: 'agentSeen' })).toEqual(ready);
  });

  it.each(['unreachable', 'badAnswer', 'originRefused', 'signedOut'] as const)('says %s as it is told', (trouble) => {
    expect(healthAfter({ kind: 'panelLoaded', trouble })).toEqual(inTrouble(trouble));
    expect(foldHealth(ready, { kind: 'panelLoaded', trouble })).toEqual(inTrouble(trouble));
  });

  it.each(['unreachable', 'badAnswer', 'originRefused', 'signedOut', 'accessDenied'] as const)(
    'is starting again when the frame loaded after %s',
    (trouble) => {
      expect(foldHealth(inTrouble(trouble), { kind: 'panelLoaded', trouble: null })).toEqual(starting);
    },
  );

  it.each(['noAddress', 'notAPanel', 'panelSilent'] as const)('still says %s although the frame loaded', (trouble) => {
    expect(foldHealth(inTrouble(trouble), { kind: 'panelLoaded', trouble: null })).toEqual(inTrouble(trouble));
  });

  it('stays ready when the frame loaded', () => {
    expect(foldHealth(ready, { kind: 'panelLoaded', trouble: null })).toBe(ready);
  });

  it('is starting again when a panel in trouble speaks, and stays what it was otherwise', () => {
    for (const trouble of ['notAPanel', 'unreachable'] as const) {
      expect(foldHealth(inTrouble(trouble), { kind: 'acknowledged' })).toEqual(starting);
    }
    expect(foldHealth(inTrouble('panelSilent'), { kind: 'acknowledged' })).toEqual(ready);
    expect(foldHealth(inTrouble('stale'), { kind: 'acknowledged' })).toEqual(inTrouble('stale'));
    const refused = inTrouble('accessDenied');
    expect(foldHealth(refused, { kind: 'acknowledged' })).toBe(refused);
    expect(foldHealth(ready, { kind: 'acknowledged' })).toBe(ready);
    expect(foldHealth(starting, { kind: 'acknowledged' })).toBe(starting);
  });

  it('takes silence at the start for no panel, and later for a silent one', () => {
    expect(foldHealth(starting, { kind: 'acknowledgeOverdue' })).toEqual(inTrouble('notAPanel'));
    expect(foldHealth(ready, { kind: 'acknowledgeOverdue' })).toEqual(inTrouble('panelSilent'));
  });

  it('is stale from the overdue snapshot to the next new one, and says nothing vaguer over a trouble it knows', () => {
    expect(foldHealth(ready, { kind: 'snapshotOverdue' })).toEqual(inTrouble('stale'));
    expect(foldHealth(inTrouble('signedOut'), { kind: 'snapshotOverdue' })).toEqual(inTrouble('signedOut'));
    expect(foldHealth(inTrouble('stale'), { kind: 'snapshotFresh' })).toEqual(ready);
    expect(foldHealth(inTrouble('slept'), { kind: 'snapshotFresh' })).toEqual(inTrouble('slept'));
  });

  it.each(['gaveUp', 'slept'] as const)('says that it %s', (kind) => {
    expect(foldHealth(ready, { kind })).toEqual(inTrouble(kind));
  });

  it('counts panels, as only a second one matters', () => {
    expect(foldHealth(ready, { kind: 'panelsCounted', count: 1 })).toEqual(ready);
    const two = foldHealth(ready, { kind: 'panelsCounted', count: 2 });
    expect(two.otherPanel).toBe(true);
    expect(foldHealth(two, { kind: 'panelsCounted', count: 1 })).toEqual(ready);
  });

  it('forgets its recovery with the trouble it was for', () => {
    const waiting = foldHealth(inTrouble('stale'), { kind: 'recovery', recovery: 'afterCall' });
    expect(waiting.recovery).toBe('afterCall');
    expect(foldHealth(waiting, { kind: 'snapshotFresh' })).toEqual(ready);
  });

  it.each(panelTroubleSchema.options)('does not replace %s by mere silence', (trouble) => {
    expect(foldHealth(inTrouble(trouble), { kind: 'acknowledgeOverdue' })).toEqual(inTrouble(trouble));
  });

  it.each(['signedOut', 'accessDenied'] as const)('says %s as Streams tells it', (kind) => {
    expect(foldHealth(ready, { kind })).toEqual(inTrouble(kind));
  });

  it('keeps the WebSocket apart from everything else', () => {
    const down = foldHealth(ready, { kind: 'webSocket', up: false });
    expect(down).toEqual({ ...ready, webSocketUp: false, otherPanel: false, recovery: 'none' });
    expect(foldHealth(down, { kind: 'signedOut' }).webSocketUp).toBe(false);
    expect(foldHealth(down, { kind: 'agentSeen' }).webSocketUp).toBe(false);
    expect(foldHealth(down, { kind: 'webSocket', up: true })).toEqual(ready);
  });
});
