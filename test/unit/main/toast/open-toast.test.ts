import type { Display, Rectangle } from 'electron';
import { describe, expect, it } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import { settingsSchema } from '../../../../contract/settings.js';
import type { ToastView } from '../../../../contract/toast-view.js';
import { english } from '../../../../contract/words/english.js';
import type { DeskState } from '../../../../main/attention/desk-state.js';
import { openToast } from '../../../../main/toast/open-toast.js';
import { buildContact, buildSnapshot } from '../../contract/build-snapshot.js';

const left = { id: 1, workArea: { x: 0, y: 0, width: 1000, height: 800 } } as Display;
const right = { id: 2, workArea: { x: 1000, y: 0, width: 2000, height: 1000 } } as Display;
const ring = buildContact({ contactId: 'ring', state: 'incoming' });
const call = buildContact({ contactId: 'call' });

function open() {
  const deeds: (readonly unknown[])[] = [];
  let there = false;
  let bounds: Rectangle | null = null;
  let state: DeskState = {
    snapshot: buildSnapshot(),
    missed: 0,
    inFront: false,
    phoneThere: true,
    settings: settingsSchema.parse({}),
  };
  const desk = { pointer: { x: 10, y: 10 }, displays: [left, right], failure: null as CommandFailure | null };
  const put =
    (name: string) =>
    (where: Rectangle): void => {
      bounds = where;
      deeds.push([name, where.x, where.y, where.width]);
    };
  const toast = openToast({
    window: {
      prepare: () => void deeds.push(['prepare']),
      isThere: () => there,
      listens() {
        there = true;
      },
      send: (view: ToastView | null) => void deeds.push(['send', view?.contactId ?? null, view?.note ?? null]),
      showAt: put('show'),
      moveTo: put('move'),
      hide: () => void deeds.push(['hide']),
      bounds: () => bounds,
    },
    screen: {
      getCursorScreenPoint: () => desk.pointer,
      getDisplayNearestPoint: ({ x }) => (x < 1000 ? left : right),
      getAllDisplays: () => desk.displays,
    },
    words: english,
    formatNumber: (number) => number,
    async execute(command: Command) {
      deeds.push(['execute', command]);
      return desk.failure;
    },
    showPhone: () => void deeds.push(['showPhone']),
    placed: (place) => void deeds.push(['placed', place]),
    changed: () => toast.draw(state),
  });
  const draw = (change: Partial<DeskState>): void => {
    state = { ...state, ...change };
    toast.draw(state);
  };
  const contacts = (...all: readonly ReturnType<typeof buildContact>[]): void =>
    draw({ snapshot: buildSnapshot({ contacts: all }) });
  /** What was done since it was last asked. */
  const done = () => deeds.splice(0).filter(([name]) => name !== 'prepare');
  const prepared = (): boolean => deeds.some(([name]) => name === 'prepare');
  return { toast, draw, contacts, done, desk, prepared };
}

function opened() {
  const world = open();
  void world.toast.handlers.listen(undefined);
  world.done();
  return world;
}

describe('the small window', () => {
  it('gets its page what to show before it is seen, on the screen the pointer is on', () => {
    const { contacts, done, desk } = opened();
    desk.pointer = { x: 1500, y: 500 };
    contacts(ring);
    expect(done()).toEqual([
      ['send', 'ring', null],
      ['show', 2624, 16, 360],
    ]);
  });

  it('is left alone while what it shows stays', () => {
    const { contacts, done } = opened();
    contacts(ring);
    done();
    contacts(ring);
    expect(done()).toEqual([]);
  });

  it('is made before anything rings, unless the agent wants neither card nor strip', () => {
    const { contacts, prepared } = open();
    contacts();
    expect(prepared()).toBe(true);
    const unwanted = open();
    unwanted.draw({ settings: settingsSchema.parse({ toastOnRing: false, miniWindow: false }) });
    expect(unwanted.prepared()).toBe(false);
  });

  it('leaves no ghost of a ring that ends at once, nor of one that ended before the page came', () => {
    const { contacts, done } = opened();
    contacts(ring);
    contacts();
    expect(done().slice(-2)).toEqual([['hide'], ['send', null, null]]);
    contacts();
    expect(done()).toEqual([]);
    const slow = open();
    slow.contacts(ring);
    slow.contacts();
    void slow.toast.handlers.listen(undefined);
    expect(slow.done().map(([name]) => name)).not.toContain('show');
  });

  it('shows a ring as soon as its page is there', () => {
    const { toast, contacts, done } = open();
    contacts(ring);
    expect(done()).toEqual([]);
    expect(toast.showsRing()).toBe(false);
    void toast.handlers.listen(undefined);
    expect(done().map(([name]) => name)).toEqual(['send', 'show']);
    expect(toast.showsRing()).toBe(true);
  });

  it('becomes the strip where it is, without being hidden between', () => {
    const { contacts, done } = opened();
    contacts({ ...call, state: 'incoming' });
    done();
    contacts(call);
    expect(done()).toEqual([
      ['send', 'call', null],
      ['move', 664, 16, 320],
    ]);
  });

  it('stays on its screen while the pointer goes to another one, and leaves one that is unplugged', () => {
    const { toast, contacts, done, desk } = opened();
    contacts(ring);
    desk.pointer = { x: 1500, y: 500 };
    done();
    toast.screensChanged();
    expect(done()).toEqual([['move', 624, 16, 360]]);
    desk.displays = [right];
    toast.screensChanged();
    expect(done()).toEqual([['move', 2624, 16, 360]]);
  });

  it('goes with the pointer and is there the next time', () => {
    const { toast, contacts, done, desk } = opened();
    contacts(ring);
    desk.pointer = { x: 634, y: 26 };
    void toast.handlers.drag('begin');
    desk.pointer = { x: 110, y: 610 };
    void toast.handlers.drag('move');
    done();
    void toast.handlers.drag('end');
    const place = { horizontal: 'left', fromSide: 100, vertical: 'bottom', fromEnd: 52 };
    expect(done()).toEqual([
      ['move', 100, 600, 360],
      ['placed', place],
    ]);
    void toast.handlers.drag('move');
    expect(done()).toEqual([]);
  });

  it('does what it offers, and nothing else', async () => {
    const { toast, contacts, done } = opened();
    contacts(ring);
    done();
    await toast.handlers.act({ kind: 'hangUp', contactId: 'ring' });
    await toast.handlers.act({ kind: 'accept', contactId: 'other' });
    expect(done()).toEqual([]);
    await toast.handlers.act({ kind: 'accept', contactId: 'ring' });
    expect(done()).toEqual([['execute', { kind: 'accept', contactId: 'ring' }]]);
  });

  it('does nothing for a ring that has gone while it was pressed', async () => {
    const { toast, contacts, done } = opened();
    contacts(ring);
    contacts();
    done();
    await toast.handlers.act({ kind: 'accept', contactId: 'ring' });
    expect(done()).toEqual([]);
  });

  it('says what went wrong, until the contact is gone', async () => {
    const { toast, contacts, done, desk } = opened();
    contacts(ring);
    desk.failure = { reason: 'noAnswer', detail: null };
    await toast.handlers.act({ kind: 'accept', contactId: 'ring' });
    const said = done().findLast(([name]) => name === 'send');
    expect(said?.[2]).toMatch(/^The contact was not answered: Amazon Connect did not answer/);
    contacts();
    contacts(ring);
    expect(done().findLast(([name]) => name === 'send')).toEqual(['send', 'ring', null]);
  });

  it('is not there while the phone window is in front, or when the agent does not want it', () => {
    const { draw, contacts, done } = opened();
    contacts(ring);
    done();
    draw({ inFront: true });
    expect(done()).toEqual([['hide'], ['send', null, null]]);
    draw({ inFront: false, settings: settingsSchema.parse({ toastOnRing: false }) });
    contacts(call);
    expect(done().some(([name]) => name === 'show')).toBe(true);
    draw({ settings: settingsSchema.parse({ miniWindow: false }) });
    expect(done()).toEqual([['hide'], ['send', null, null]]);
  });

  it('shows the same ring again in a page that comes after one that died', () => {
    const { toast, contacts, done } = opened();
    contacts(ring);
    toast.windowGone();
    done();
    void toast.handlers.listen(undefined);
    expect(done().map(([name]) => name)).toEqual(['send', 'show']);
  });
});
