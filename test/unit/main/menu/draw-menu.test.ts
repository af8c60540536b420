import type { MenuItemConstructorOptions } from 'electron';
import { describe, expect, it } from 'vitest';
import { drawMenu, type SystemMenu } from '../../../../main/menu/draw-menu.js';
import type { MenuDeed, MenuLine } from '../../../../main/menu/surface-menus.js';

const answer = (contactId: string): MenuDeed => ({ kind: 'command', command: { kind: 'accept', contactId } });
const choose = (statusId: string): MenuDeed => ({ kind: 'command', command: { kind: 'setStatus', statusId } });
const statuses = (chosen: string): MenuLine => ({
  kind: 'menu',
  label: 'Status',
  lines: ['Available', 'Lunch'].map((label) => ({
    kind: 'radio',
    label,
    chosen: label === chosen,
    deed: choose(label),
  })),
});
const ringing = (contactId: string): readonly MenuLine[] => [
  { kind: 'text', label: 'Available' },
  null,
  { kind: 'deed', label: 'Answer', deed: answer(contactId) },
  statuses('Available'),
];
const idle = (about = 'Available', chosen = 'Available'): readonly MenuLine[] => [
  { kind: 'text', label: about },
  statuses(chosen),
];

/** A menu as the system has one: it opens, closes, and its lines can be chosen. */
class FakeMenu implements SystemMenu {
  private readonly listeners: { readonly event: string; listener(): void }[] = [];
  constructor(private readonly template: readonly MenuItemConstructorOptions[]) {}
  on(event: string, listener: () => void): void {
    this.listeners.push({ event, listener });
  }
  tell(event: 'menu-will-show' | 'menu-will-close'): void {
    for (const each of this.listeners) if (each.event === event) each.listener();
  }
  choose(...path: readonly string[]): void {
    let lines = this.template;
    for (const label of path.slice(0, -1)) {
      lines = lines.find((line) => line.label === label)?.submenu as readonly MenuItemConstructorOptions[];
    }
    const line = lines.find(({ label }) => label === path.at(-1));
    (line as { click(): void }).click();
  }
}

function open() {
  const drawn: FakeMenu[] = [];
  const performed: MenuDeed[] = [];
  const state = { built: 0 };
  const menu = drawMenu<FakeMenu>({
    build(template) {
      state.built += 1;
      return new FakeMenu(template);
    },
    draw: (each) => void drawn.push(each),
    perform: (deed) => void performed.push(deed),
  });
  const shown = (): FakeMenu => drawn.at(-1) as FakeMenu;
  return { menu, drawn, performed, shown, built: () => state.built };
}

describe('a menu of the system', () => {
  it('is built once for what it shows, however many contacts come', () => {
    const { menu, built, drawn } = open();
    for (let contact = 0; contact < 500; contact += 1) {
      menu.show(ringing(`c${contact}`));
      menu.show(idle());
    }
    expect(built()).toBe(2);
    expect(drawn).toHaveLength(1_000);
    expect(new Set(drawn).size).toBe(2);
  });

  it('is not drawn again for another contact that looks the same, and means that contact', () => {
    const { menu, drawn, performed, shown } = open();
    menu.show(ringing('first'));
    menu.show(ringing('second'));
    expect(drawn).toHaveLength(1);
    shown().choose('Answer');
    expect(performed).toEqual([answer('second')]);
  });

  it('means, once it is open, what it meant when it was opened', async () => {
    const { menu, performed, shown } = open();
    menu.show(ringing('first'));
    const seen = shown();
    seen.tell('menu-will-show');
    menu.show(ringing('second'));
    seen.tell('menu-will-close');
    seen.choose('Answer');
    expect(performed).toEqual([answer('first')]);
    await new Promise(setImmediate);
    seen.choose('Answer');
    expect(performed).toEqual([answer('first'), answer('second')]);
  });

  it('that was never told to be closed means the next contact, once it is drawn for that one', () => {
    const { menu, performed, shown } = open();
    menu.show(ringing('first'));
    shown().tell('menu-will-show');
    menu.show(idle());
    menu.show(ringing('second'));
    shown().choose('Answer');
    expect(performed).toEqual([answer('second')]);
  });

  it('that was replaced while it was open still means what it says', () => {
    const { menu, performed, shown } = open();
    menu.show(ringing('first'));
    const seen = shown();
    menu.show(idle());
    seen.choose('Answer');
    expect(performed).toEqual([answer('first')]);
  });

  it('is built anew when the system has marked a choice in it', () => {
    const { menu, drawn, performed, shown, built } = open();
    menu.show(idle());
    shown().choose('Status', 'Lunch');
    expect(performed).toEqual([choose('Lunch')]);
    expect(built()).toBe(2);
    expect(drawn).toHaveLength(2);
    menu.show(idle('Lunch', 'Lunch'));
    menu.show(idle());
    expect(shown()).toBe(drawn[1]);
  });

  it('is drawn again when asked to, if there is any', () => {
    const { menu, drawn, built } = open();
    menu.again();
    expect(drawn).toEqual([]);
    menu.show(idle());
    menu.again();
    expect(drawn).toHaveLength(2);
    expect(built()).toBe(1);
  });

  it('is not kept for ever: of many, those shown last are', () => {
    const { menu, built } = open();
    for (let minute = 0; minute < 40; minute += 1) {
      menu.show(idle(`Available since ${minute}`));
      menu.show(ringing('c'));
    }
    expect(built()).toBe(41);
    menu.show(idle('Available since 39'));
    expect(built()).toBe(41);
    menu.show(idle('Available since 0'));
    expect(built()).toBe(42);
  });
});
