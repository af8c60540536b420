import { EventEmitter } from 'node:events';
import type { BrowserWindow } from 'electron';
import { describe, expect, it } from 'vitest';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { createMissedKeeper } from '../../../../main/shell/missed-contacts.js';
import { buildAgent, buildContact, buildSnapshot } from '../../contract/build-snapshot.js';

function open() {
  let tell = (_snapshot: PhoneSnapshot): void => undefined;
  const keeper = createMissedKeeper({
    onSnapshot(listener) {
      tell = listener;
      return () => undefined;
    },
  });
  const is = { visible: true, focused: false };
  const window = Object.assign(new EventEmitter(), {
    isDestroyed: () => false,
    isVisible: () => is.visible,
    isFocused: () => is.focused,
    isMinimized: () => false,
  });
  keeper.windowOpened(window as unknown as BrowserWindow);
  const become = (change: 'focus' | 'blur' | 'hide', state: Partial<typeof is>): void => {
    Object.assign(is, state);
    window.emit(change);
  };
  const told: (readonly string[])[] = [];
  keeper.onChange((unseen) => told.push(unseen));
  const contacts = (...ids: string[]): void =>
    tell(
      buildSnapshot({
        agent: buildAgent(),
        contacts: ids.map((contactId) => buildContact({ contactId, state: 'missed', ending: 'missed' })),
      }),
    );
  return { keeper, become, told, contacts, tell: (snapshot: PhoneSnapshot) => tell(snapshot) };
}

describe('the keeper of missed contacts', () => {
  it('tells each change once', () => {
    const { told, contacts } = open();
    contacts('c1');
    contacts('c1');
    contacts('c1', 'c2');
    expect(told).toEqual([['c1'], ['c1', 'c2']]);
  });

  it('takes the focus of the window for seeing, until it is lost or hidden', () => {
    const { keeper, become, told, contacts } = open();
    contacts('c1');
    become('focus', { focused: true });
    expect(keeper.unseen()).toEqual([]);
    contacts('c1', 'c2');
    expect(keeper.unseen()).toEqual([]);
    become('hide', { visible: false });
    contacts('c1', 'c2', 'c3');
    expect(told).toEqual([['c1'], [], ['c3']]);
  });

  it('takes the keyboard of a window that is not to be seen for nothing', () => {
    const { keeper, become, contacts } = open();
    become('hide', { visible: false });
    contacts('c1');
    become('focus', { focused: true });
    expect(keeper.unseen()).toEqual(['c1']);
  });

  it('counts nothing again when the page starts anew', () => {
    const { keeper, become, contacts, tell } = open();
    contacts('c1');
    become('focus', { focused: true });
    become('blur', { focused: false });
    tell(buildSnapshot({ agent: null, contacts: [] }));
    contacts('c1');
    expect(keeper.unseen()).toEqual([]);
  });

  it('forgets them with the agent', () => {
    const { keeper, told, contacts } = open();
    contacts('c1');
    keeper.forget();
    expect(keeper.unseen()).toEqual([]);
    expect(told).toEqual([['c1'], []]);
  });
});
