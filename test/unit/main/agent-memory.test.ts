import { describe, expect, it } from 'vitest';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { createAgentMemory } from '../../../main/phone/agent-memory.js';
import { buildSnapshot } from '../contract/build-snapshot.js';

function start(holds: boolean) {
  const forgotten: string[] = [];
  let announce = (_snapshot: PhoneSnapshot): void => undefined;
  const memory = createAgentMemory(
    {
      onSnapshot(listener) {
        announce = listener;
        return () => undefined;
      },
      forget: () => void forgotten.push('link'),
    },
    { holds: () => holds, forget: () => void forgotten.push('gate') },
  );
  return { memory, forgotten, announce: (snapshot: PhoneSnapshot) => announce(snapshot) };
}

describe('the memory of the agent', () => {
  it('says that the agent has left until somebody comes', () => {
    const { memory, announce } = start(false);
    expect(memory.signedOut()).toBeNull();
    memory.agentLeft();
    announce(buildSnapshot({ agent: null }));
    expect(memory.signedOut()).toEqual({ stillIn: null });
    announce(buildSnapshot());
    expect(memory.signedOut()).toBeNull();
  });

  it('says in which status Connect was left, to nobody but whoever finds the app signed out', () => {
    const { memory, announce } = start(true);
    announce(buildSnapshot());
    memory.agentLeft();
    expect(memory.signedOut()).toEqual({ stillIn: 'Available' });
    announce(buildSnapshot());
    expect(memory.signedOut()).toBeNull();
  });

  it('does not let the gate forget somebody who may still be Available', () => {
    const { memory, forgotten } = start(true);
    memory.agentLeft();
    expect(forgotten).toEqual(['link']);
  });

  it('forgets everything of an agent who is Offline', () => {
    const { memory, forgotten } = start(false);
    memory.forget();
    expect(forgotten).toEqual(['link', 'gate']);
  });
});
