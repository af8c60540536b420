import { describe, expect, it } from 'vitest';
import type { CommandFailure } from '../../../../contract/command.js';
import { type DeedDeps, performDeed } from '../../../../main/menu/perform-deed.js';
import { buildAgent, buildContact, buildSnapshot } from '../../contract/build-snapshot.js';

function start(failure: CommandFailure | null = null, muted = false) {
  const done: unknown[] = [];
  const deps: DeedDeps = {
    link: {
      snapshot: () => buildSnapshot({ agent: buildAgent(), contacts: [buildContact()], muted }),
      async execute(command) {
        done.push(command.kind);
        return failure;
      },
    },
    gate: { askExit: (cause, what) => void done.push([cause, what]) },
    bringForward: () => void done.push('forward'),
  };
  return { done, deps };
}

describe('what was chosen in a menu', () => {
  it('is a command that the phone carries out', async () => {
    const { done, deps } = start();
    await performDeed({ kind: 'command', command: { kind: 'mute' } }, deps);
    expect(done).toEqual(['mute']);
  });

  it('brings the window forward when it fails, which says why', async () => {
    const { done, deps } = start({ reason: 'noAnswer', detail: null });
    await performDeed({ kind: 'command', command: { kind: 'hangUp', contactId: 'c1' } }, deps);
    expect(done).toEqual(['hangUp', 'forward']);
  });

  it('is not done when it makes no sense any more', async () => {
    const { done, deps } = start(null, true);
    await performDeed({ kind: 'command', command: { kind: 'mute' } }, deps);
    expect(done).toEqual(['forward']);
  });

  it('leaves by the gate only', async () => {
    const { done, deps } = start();
    await performDeed({ kind: 'quit' }, deps);
    await performDeed({ kind: 'open' }, deps);
    expect(done).toEqual([['agent', 'menu-quit'], 'forward']);
  });
});
