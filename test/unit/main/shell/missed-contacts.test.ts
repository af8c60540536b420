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
  const window = new EventEmitter();
  keeper.windowOpened(window as BrowserWindow);
  const told: (readonly string[])[] = [];
  keeper.onChange((unseen) => told.push(unseen));
  const contacts = (...ids: string[]): void =>
    tell(
      buildSnapshot({
        agent: buildAgent(),
        contacts: ids.map((contactId) => buildContact({ contactId, state: 'missed', ending: 'missed' })),
      }),
    );
  return { keeper, window, told, contacts, tell: (snapshot: PhoneSnapshot) => tell(snapshot) };
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
    const { keeper, window, told, contacts } = open();
    contacts('c1');
    window.emit('focus');
    expect(keeper.unseen()).toEqual([]);
    contacts('c1', 'c2');
    expect(keeper.unseen()).toEqual([]);
    window.emit('hide');
    contacts('c1', 'c2', 'c3');
    expect(told).toEqual([['c1'], [], ['c3']]);
  });

  it('counts nothing again when the page starts anew', () => {
    const { keeper, window, contacts, tell } = open();
    contacts('c1');
    window.emit('focus');
    window.emit('blur');
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
