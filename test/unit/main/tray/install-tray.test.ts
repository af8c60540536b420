import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { describe, expect, it } from 'vitest';
import { english } from '../../../../contract/words/english.js';
import { createTimeText } from '../../../../contract/words/time-text.js';
import { deskView } from '../../../../main/menu/desk-view.js';
import { type MenuDeed, trayLines } from '../../../../main/menu/surface-menus.js';
import { installTray, type TrayView } from '../../../../main/tray/install-tray.js';
import { trayLook } from '../../../../main/tray/tray-look.js';
import { available, buildAgent, buildContact, buildSnapshot, chose, lunch } from '../../contract/build-snapshot.js';

/** A tray that notes what is drawn, on a desktop that comes and goes. */
function open({ there = true } = {}) {
  const drawn: string[] = [];
  const performed: MenuDeed[] = [];
  const templates: MenuItemConstructorOptions[][] = [];
  let changed = (_there: boolean): void => undefined;
  const state = { there };
  const tray = installTray({
    make(image) {
      drawn.push(`made ${String(image)}`);
      return {
        setImage: (next) => void drawn.push(`image ${String(next)}`),
        setToolTip: (text) => void drawn.push(`tip ${text}`),
        setMenu: () => void drawn.push('menu'),
        onClick: () => undefined,
      };
    },
    build(template) {
      templates.push(template);
      return { on: () => undefined };
    },
    icon: (look) => look as unknown as NativeImage,
    host: {
      there: () => state.there,
      onChange: (listener) => {
        changed = listener;
      },
    },
    perform: (deed) => void performed.push(deed),
  });
  return {
    tray,
    drawn,
    performed,
    templates,
    become(now: boolean) {
      state.there = now;
      changed(now);
    },
  };
}

const times = createTimeText('en', 'en');
const sinceMs = new Date(2026, 4, 8, 13, 41).getTime();
const agent = buildAgent({ availability: { ...chose(available), sinceMs } });
function viewOf(snapshot = buildSnapshot({ agent, contacts: [] }), nowMs = sinceMs): TrayView {
  const { about, menu } = deskView(snapshot, { missed: 0, reached: true, nowMs }, english, times);
  return { look: trayLook(snapshot, 0, true), ground: 'on-dark', about, lines: trayLines(about, menu, english) };
}

describe('the tray', () => {
  it('draws each part when it has changed, and nothing in a storm of snapshots that say the same', () => {
    const { tray, drawn } = open();
    tray.show(viewOf());
    expect(drawn).toEqual(['made idle-routable', expect.stringMatching(/^tip Available since/), 'menu']);
    const talking = buildSnapshot({ agent: { ...agent, activity: 'onContact' }, contacts: [buildContact()] });
    tray.show(viewOf(talking));
    expect(drawn.slice(3)).toEqual(['image onContact-routable', expect.stringMatching(/^tip .*on contact$/), 'menu']);
    for (let second = 0; second < 5_000; second += 1) {
      const contact = buildContact({ attributes: [{ name: 'count', value: String(second) }] });
      const snapshot = buildSnapshot({ agent: { ...agent, activity: 'onContact' }, contacts: [contact] });
      tray.show(viewOf(snapshot, sinceMs + second * 1_000));
    }
    expect(drawn).toHaveLength(6);
  });

  it('draws only what changed', () => {
    const { tray, drawn } = open();
    tray.show(viewOf());
    tray.show({ ...viewOf(), ground: 'on-light' });
    expect(drawn.slice(3)).toEqual(['image idle-routable']);
  });

  it('marks what is so, not what was pressed', () => {
    const { tray, drawn, performed, templates } = open();
    tray.show(viewOf());
    const { submenu } = templates[0]?.find(({ label }) => label === 'Status') ?? {};
    const [, second] = submenu as { click?: () => void }[];
    second?.click?.();
    expect(performed).toEqual([{ kind: 'command', command: { kind: 'setStatus', statusId: lunch.statusId } }]);
    expect(drawn.filter((each) => each === 'menu')).toHaveLength(2);
    expect(templates.at(-1)).toEqual(expect.arrayContaining([expect.objectContaining({ label: 'Status' })]));
  });

  it('is made when somebody shows icons, and not before', () => {
    const { tray, drawn, become } = open({ there: false });
    tray.show(viewOf());
    expect(drawn).toEqual([]);
    become(true);
    expect(drawn).toEqual(['made idle-routable', expect.stringMatching(/^tip Available since/), 'menu']);
  });

  it('that was seen comes back by itself, and then says what is so by then', () => {
    const { tray, drawn, become } = open();
    tray.show(viewOf());
    become(false);
    tray.show({ ...viewOf(), ground: 'on-light' });
    expect(drawn).toHaveLength(3);
    become(true);
    expect(drawn.slice(3)).toEqual(['image idle-routable']);
  });

  it('shows an ampersand as one', () => {
    const { tray, templates } = open();
    const statuses = [available, { ...lunch, name: 'R&D' }];
    tray.show(viewOf(buildSnapshot({ agent: { ...agent, statuses }, contacts: [] })));
    const submenu = templates[0]?.find(({ label }) => label === 'Status')?.submenu;
    expect(submenu).toEqual([
      expect.objectContaining({ label: 'Available', type: 'radio', checked: true }),
      expect.objectContaining({ label: 'R&&D', type: 'radio', checked: false }),
    ]);
  });

  it('cuts a tooltip that Windows would cut', () => {
    const { tray, drawn } = open();
    tray.show({ ...viewOf(), about: 'x'.repeat(300) });
    expect(drawn[1]).toHaveLength('tip '.length + 127);
  });
});
