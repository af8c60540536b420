import { describe, expect, it } from 'vitest';
import { settleMs } from '../../../../renderer/headset/headset-service.js';
import { createFakeHeadset, type FakeHeadset, type Habits } from '../../../support/headset/fake-headset.js';
import { identityOf, onHold, openHeadsetDesk, ringing, talking } from '../../../support/headset/headset-desk.js';
import {
  jabra,
  type KnownHeadset,
  knownHeadsets,
  plantronics,
  unnamed,
  volumeOnly,
} from '../../../support/headset/layouts.js';
import { buildSnapshot } from '../../contract/build-snapshot.js';
import { createManualClock } from '../../simulator/manual-clock.js';

async function openDesk(known: KnownHeadset = jabra, habits: Habits = {}) {
  const clock = createManualClock();
  const headset = createFakeHeadset(known, clock, habits);
  const desk = await openHeadsetDesk([headset.device], { clock });
  return { headset, desk };
}

const contactId = talking.contactId;
const dark = { offHook: false, ring: false, mute: false, hold: false };
const shownSince = (headset: FakeHeadset, count: number) => headset.shown.slice(count).at(-1);

describe.each(knownHeadsets)('a shift with $name', (known) => {
  it('answers, mutes, holds, takes back and hangs up, with every lamp in step', async () => {
    const { headset, desk } = await openDesk(known, { acknowledgesMs: 30 });
    expect(headset.lamps()).toEqual(dark);
    desk.show({ contacts: [ringing] });
    expect(headset.lamps()).toEqual({ ...dark, ring: true });
    headset.hook(true);
    expect(desk.commands).toEqual([{ kind: 'accept', contactId }]);
    expect(headset.lamps()).toEqual({ ...dark, offHook: true });
    await desk.pass(400);
    desk.show({ contacts: [talking] });
    headset.press('mute');
    expect(desk.commands.at(-1)).toEqual({ kind: 'mute' });
    desk.show({ muted: true });
    expect(headset.lamps()).toEqual({ ...dark, offHook: true, mute: true });
    await desk.pass(1_000);
    headset.press('mute');
    expect(desk.commands.at(-1)).toEqual({ kind: 'unmute' });
    desk.show({ muted: false });
    headset.press('flash');
    expect(desk.commands.at(-1)).toEqual({ kind: 'hold', contactId });
    desk.show({ contacts: [onHold] });
    expect(headset.lamps()).toEqual({ ...dark, offHook: true, hold: true });
    headset.press('flash');
    expect(desk.commands.at(-1)).toEqual({ kind: 'resume', contactId });
    desk.show({ contacts: [talking] });
    await desk.pass(1_000);
    headset.hook(false);
    expect(desk.commands.at(-1)).toEqual({ kind: 'hangUp', contactId });
    expect(headset.lamps()).toEqual(dark);
    desk.show({ contacts: [{ ...talking, state: 'ended' }] });
    await desk.pass(5_000);
    expect(headset.lamps()).toEqual(dark);
    expect(desk.commands).toHaveLength(6);
  });

  it('declines by the button that is there for it', async () => {
    const { headset, desk } = await openDesk(known);
    desk.show({ contacts: [ringing] });
    headset.press('reject');
    expect(desk.commands).toEqual('reject' in known.buttons ? [{ kind: 'reject', contactId }] : []);
  });
});

describe('habits of headsets', () => {
  it('that give up after 2 s are acknowledged at once', async () => {
    const { headset, desk } = await openDesk(jabra, { givesUpMs: 2_000 });
    desk.show({ contacts: [ringing] });
    headset.hook(true);
    await desk.pass(300);
    desk.show({ contacts: [talking] });
    await desk.pass(3_000);
    expect(desk.commands).toEqual([{ kind: 'accept', contactId }]);
  });

  it('that lift their hook while there is no call are refused, and put it down again', async () => {
    const { headset, desk } = await openDesk(jabra, { givesUpMs: 2_000 });
    // What it says first is how it was when it was plugged in.
    headset.press('mute');
    const before = headset.shown.length;
    headset.hook(true);
    expect(shownSince(headset, before)).toBe('dark');
    await desk.pass(2_500);
    expect(desk.commands).toEqual([]);
  });

  it('that are locked by a boom arm stay muted, without a loop', async () => {
    const { headset, desk } = await openDesk(jabra, { muteLocked: true });
    desk.show({ contacts: [talking], muted: true });
    await desk.pass(1_000);
    desk.show({ muted: false });
    await desk.pass(500);
    expect(desk.commands).toEqual([{ kind: 'mute' }]);
    desk.show({ muted: true });
    await desk.pass(5_000);
    expect(desk.commands).toHaveLength(1);
    expect(headset.lamps().mute).toBe(true);
  });

  it('that hang up when off-hook is cleared do not on hold', async () => {
    const { headset, desk } = await openDesk(jabra, { hookFollows: true, acknowledgesMs: 20 });
    desk.show({ contacts: [talking] });
    await desk.pass(100);
    desk.show({ contacts: [onHold] });
    await desk.pass(1_000);
    expect(desk.commands).toEqual([]);
    expect(headset.lamps()).toEqual({ ...dark, offHook: true, hold: true });
  });

  it('that another program has a call on are left alone and said to be in use', async () => {
    const { headset, desk } = await openDesk();
    const before = headset.shown.length;
    headset.used(true);
    expect(desk.faces()[0]?.state).toBe('inUse');
    desk.show({ contacts: [ringing] });
    headset.press('reject');
    await desk.pass(500);
    expect(headset.shown.length).toBe(before);
    expect(desk.commands).toEqual([]);
    headset.used(false);
    expect(headset.lamps()).toEqual({ ...dark, ring: true });
    expect(desk.faces()[0]?.state).toBe('ready');
  });

  it('whose writes never end work all the same, and are said not to answer', async () => {
    const { headset, desk } = await openDesk(jabra, { neverSettles: true });
    desk.show({ contacts: [ringing] });
    headset.hook(true);
    expect(desk.commands).toHaveLength(1);
    expect(headset.lamps().offHook).toBe(true);
    await desk.pass(1_100);
    expect(desk.faces()[0]?.state).toBe('silent');
  });

  it('that refuse one write get it once more', async () => {
    const { headset, desk } = await openDesk(jabra, { failsWrites: 1 });
    await desk.pass(100);
    expect(headset.shown).toEqual(['dark']);
    expect(desk.faces()[0]?.state).toBe('ready');
  });

  it('that cannot be opened are said so', async () => {
    const { desk } = await openDesk(jabra, { refuses: true });
    expect(desk.faces()[0]).toMatchObject({ state: 'unopened', follows: false });
  });

  it('that answer everything with garbage do nothing, and the report has one line for each kind of it', async () => {
    const kinds = [
      { reportId: 2, bytes: [] },
      { reportId: 2, bytes: Array.from({ length: 4_096 }, () => 0xff) },
      { reportId: 200, bytes: [1, 2, 3] },
    ];
    const { headset, desk } = await openDesk(jabra, {
      garbage: (write) => kinds[write % kinds.length] ?? { reportId: 0, bytes: [] },
    });
    for (let round = 0; round < 30; round += 1) {
      desk.show({ contacts: [ringing] });
      await desk.pass(20);
      desk.show({ contacts: [talking] });
      await desk.pass(20);
      desk.show({ contacts: [] });
      await desk.pass(20);
    }
    expect(desk.commands).toEqual([]);
    expect(headset.lamps()).toEqual(dark);
    const ignored = desk.service
      .report('1', 'Linux')
      .split('\n')
      .filter((line) => line.startsWith('ignored'));
    expect(ignored).toHaveLength(3);
  });
});

describe('a command that is refused', () => {
  it('puts the lamps back', async () => {
    const { headset, desk } = await openDesk();
    desk.show({ contacts: [ringing] });
    desk.answer({ reason: 'refused', detail: null });
    headset.hook(true);
    expect(headset.lamps()).toEqual({ ...dark, offHook: true });
    await desk.pass(10);
    expect(headset.lamps()).toEqual({ ...dark, ring: true });
  });

  it('is not sent when the snapshot says it makes no sense', async () => {
    const { headset, desk } = await openDesk();
    const task = { ...talking, contactId: 't1', channel: 'task', state: 'paused', connections: [] } as const;
    const party = { ...talking.connections[1], connectionId: 'p', party: 'thirdParty', state: 'onHold' } as never;
    desk.show({ contacts: [task, { ...onHold, connections: [...onHold.connections, party] }] });
    // Nobody is talked to and the call is shared: it is joined or swapped, and a paused task is none of a headset's.
    headset.press('flash');
    expect(desk.commands).toEqual([]);
  });
});

describe('other channels', () => {
  it('neither ring nor are answered on a headset', async () => {
    const { headset, desk } = await openDesk();
    headset.press('mute');
    const before = headset.shown.length;
    desk.show({ contacts: [{ ...ringing, channel: 'chat' }] });
    headset.hook(true);
    expect(desk.commands).toEqual([]);
    expect(new Set(headset.shown.slice(before))).toEqual(new Set(['dark']));
  });
});

describe('coming and going', () => {
  it('leaves the call alone when the headset is unplugged, and lights everything when it is back', async () => {
    const { headset, desk } = await openDesk();
    desk.show({ contacts: [talking], muted: true });
    desk.hid.unplug(headset.device);
    expect(desk.faces()[0]?.state).toBe('absent');
    desk.show({ contacts: [onHold] });
    const back = createFakeHeadset(jabra, desk.clock);
    desk.hid.plugIn(back.device);
    await desk.pass(10);
    expect(back.lamps()).toEqual({ offHook: true, ring: false, mute: true, hold: true });
    back.send(2, [0, 0]);
    expect(desk.commands).toEqual([]);
    expect(desk.faces()[0]).toMatchObject({ state: 'ready', follows: true });
  });

  it('is told of the call by one headset, the one connected last, and by the next when that is gone', async () => {
    const clock = createManualClock();
    const [first, second] = [createFakeHeadset(plantronics, clock), createFakeHeadset(jabra, clock)];
    const desk = await openHeadsetDesk([first.device, second.device], { clock });
    desk.show({ contacts: [ringing] });
    expect([first.lamps().ring, second.lamps().ring]).toEqual([false, true]);
    first.hook(true);
    expect(desk.commands).toEqual([]);
    desk.hid.unplug(second.device);
    expect(first.lamps().ring).toBe(true);
    await desk.pass(1_000);
    first.hook(false);
    await desk.pass(1_000);
    first.hook(true);
    expect(desk.commands).toEqual([{ kind: 'accept', contactId }]);
  });

  it('is dark when it is forgotten, and when the page ends', async () => {
    const { headset, desk } = await openDesk();
    desk.show({ contacts: [talking] });
    desk.service.remember([]);
    expect(headset.lamps()).toEqual(dark);
    await desk.pass(10);
    expect(headset.opened()).toBe(false);
    expect(desk.faces()).toEqual([]);
    const other = await openDesk();
    other.desk.show({ contacts: [talking] });
    await other.desk.service.end();
    expect(other.headset.lamps()).toEqual(dark);
  });

  it('writes nothing before it is known whether there is a call, but not for ever', async () => {
    const clock = createManualClock();
    const headset = createFakeHeadset(jabra, clock);
    const desk = await openHeadsetDesk([headset.device], { clock, snapshot: buildSnapshot({ agent: null }) });
    await desk.pass(settleMs - 100);
    expect(headset.shown).toEqual([]);
    await desk.pass(200);
    expect(headset.shown).toEqual(['dark']);
    const other = createFakeHeadset(jabra, clock);
    const known = await openHeadsetDesk([other.device], { clock, snapshot: buildSnapshot({ agent: null }) });
    known.show({ agent: buildSnapshot().agent, contacts: [talking] });
    await known.pass(10);
    expect(other.shown).toEqual(['offHook']);
  });
});

describe('connecting', () => {
  it('asks for headsets with buttons for calls, and follows the one that was chosen', async () => {
    const { headset, desk } = await openDesk(unnamed);
    const chosen = createFakeHeadset(jabra, desk.clock);
    desk.hid.offer(chosen.device);
    expect(await desk.service.connect()).toBe('connected');
    expect(desk.hid.asked).toEqual([{ filters: [{ usagePage: 0x0b }] }]);
    await desk.pass(10);
    desk.service.remember([identityOf(headset.device), identityOf(chosen.device)]);
    expect(desk.faces().map(({ follows }) => follows)).toEqual([false, true]);
  });

  it('says when there was none, when it has volume keys only, and when it was refused', async () => {
    const { desk } = await openDesk();
    expect(await desk.service.connect()).toBe('nothing');
    desk.hid.offer(createFakeHeadset(volumeOnly, desk.clock).device);
    expect(await desk.service.connect()).toBe('noButtons');
    desk.hid.requestDevice = async () => Promise.reject(new Error('SecurityError'));
    expect(await desk.service.connect()).toBe('failed');
  });

  it('says of a headset that only sounds like one that it has no buttons', async () => {
    const desk = await openHeadsetDesk([], { labels: ['Logitech USB Headset H540 Analog Stereo (046d:0a37)'] });
    expect(await desk.service.connect()).toBe('noButtons');
    const without = await openHeadsetDesk([], { labels: ['Built-in Audio Analog Stereo'] });
    expect(await without.service.connect()).toBe('nothing');
  });

  it('says of a remembered headset that it has volume keys only', async () => {
    const { desk } = await openDesk(volumeOnly);
    expect(desk.faces()[0]).toMatchObject({ state: 'noButtons', follows: false, buttons: [] });
  });
});

describe('the test of buttons', () => {
  it('tells each press once, whether it means something or not', async () => {
    const { headset, desk } = await openDesk();
    for (const button of ['mute', 'flash', 'reject'] as const) headset.press(button);
    headset.hook(true);
    expect(desk.presses.map(({ button }) => button)).toEqual(['mute', 'flash', 'reject', 'hook']);
    expect(desk.commands).toEqual([]);
  });
});

describe('the headset report', () => {
  it('tells the descriptor, the last reports and no personal data', async () => {
    const clock = createManualClock();
    const headset = createFakeHeadset(jabra, clock);
    const remembered = [{ ...identityOf(headset.device), serial: 'SECRET-SERIAL' }];
    const desk = await openHeadsetDesk([headset.device], { clock, remembered });
    desk.show({ contacts: [ringing] });
    headset.hook(true);
    // A digit typed on the headset, in bits 7 to 10.
    headset.send(2, [0x81, 0x03]);
    await desk.pass(10);
    const report = desk.service.report('0.1.0', 'Linux');
    expect(report).toContain('Jabra Link 380 (0b0e:24c9), ready, follows the call');
    expect(report).toContain('known of Jabra');
    expect(report).toContain('collection 000b:0005');
    expect(report).toMatch(/in 02: 01 00/);
    expect(report).toMatch(/asks answer/);
    expect(report).toMatch(/out 02: 09 00/);
    expect(report).not.toMatch(/SECRET|in 02: 81|c1\b|\+1415/);
  });

  it('is short whatever the device is', async () => {
    const { desk } = await openDesk({
      ...jabra,
      collections: Array.from({ length: 5_000 }, () => jabra.collections[1] ?? {}),
    });
    expect(desk.service.report('1', 'Linux').length).toBeLessThan(100_000);
  });
});

describe('sound devices', () => {
  it.each([
    [['Headset (Jabra Link 380)'], 'paired'],
    [['Kopfhörer (0b0e:24c9)'], 'paired'],
    [['Built-in Audio'], 'missing'],
    [['', ''], 'unknown'],
    [[], 'unknown'],
  ] as const)('named %j are %s', async (labels, audio) => {
    const clock = createManualClock();
    const headset = createFakeHeadset(jabra, clock);
    const desk = await openHeadsetDesk([headset.device], { clock, labels });
    expect(desk.faces()[0]?.audio).toBe(audio);
  });
});
