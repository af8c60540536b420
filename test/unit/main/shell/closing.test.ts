import { describe, expect, it } from 'vitest';
import type { WhenClosed } from '../../../../contract/closing.js';
import { createClosing } from '../../../../main/shell/closing.js';

function open(whenClosed: WhenClosed, { reachable = true, canAsk = true } = {}) {
  const done: unknown[] = [];
  const state = { whenClosed, reachable, canAsk, visible: true, destroyed: false };
  const closing = createClosing({
    settings: () => state,
    async changeSettings(change) {
      state.whenClosed = change.whenClosed ?? state.whenClosed;
      done.push(change);
      return true;
    },
    reachable: () => state.reachable,
    canAsk: () => state.canAsk,
    announcer: {
      announce(name) {
        done.push(name);
        return () => undefined;
      },
    },
    gate: { askExit: (cause, what) => void done.push([cause, what]) },
  });
  const window = {
    hide() {
      state.visible = false;
      done.push('hidden');
    },
    show() {
      state.visible = true;
      done.push('shown');
    },
    showInactive() {
      state.visible = true;
      done.push('shown behind');
    },
    isVisible: () => state.visible,
    isDestroyed: () => state.destroyed,
  };
  return { closing, done, state, close: () => closing.asked(window) };
}

const leaving = ['agent', 'window-close'];

describe('closing the window', () => {
  it('asks once, and does from then on what was chosen', () => {
    const { closing, done, close } = open('ask');
    close();
    closing.answered('tray');
    close();
    expect(done).toEqual(['askClosing', { whenClosed: 'tray' }, 'hidden', 'hidden']);
  });

  it('leaves when the agent chose to quit, now and from then on', () => {
    const { closing, done, close } = open('ask');
    close();
    closing.answered('quit');
    close();
    expect(done).toEqual(['askClosing', { whenClosed: 'quit' }, leaving, leaving]);
  });

  it('chooses nothing when the agent goes on', () => {
    const { closing, done, close } = open('ask');
    close();
    closing.answered('stay');
    close();
    expect(done).toEqual(['askClosing', 'askClosing']);
  });

  it.each(['ask', 'tray', 'quit'] as const)('never hides where nothing opens the window again (%s)', (choice) => {
    const { done, close } = open(choice, { reachable: false });
    close();
    expect(done).toEqual([leaving]);
  });

  it('leaves when the tray goes while it is asked', () => {
    const { closing, done, state, close } = open('ask');
    close();
    state.reachable = false;
    closing.answered('tray');
    expect(done).toEqual(['askClosing', { whenClosed: 'tray' }, leaving]);
  });

  it('leaves when nobody can be asked, or does not answer', () => {
    const mute = open('ask', { canAsk: false });
    mute.close();
    expect(mute.done).toEqual([leaving]);
    const hanging = open('ask');
    hanging.close();
    hanging.close();
    expect(hanging.done).toEqual(['askClosing', leaving]);
  });

  it('asks again on a page that comes anew, and believes no answer of the one before', () => {
    const { closing, done, close } = open('ask');
    close();
    closing.pageLeft();
    closing.answered('tray');
    close();
    expect(done).toEqual(['askClosing', 'askClosing']);
  });

  it('brings a hidden window back when the tray goes, without the keyboard, and when it asks something', () => {
    const { closing, done, state, close } = open('tray');
    closing.unreachable();
    closing.answerWanted();
    close();
    closing.unreachable();
    close();
    closing.answerWanted();
    close();
    state.destroyed = true;
    closing.answerWanted();
    expect(done).toEqual(['hidden', 'shown behind', 'hidden', 'shown', 'hidden']);
  });
});
