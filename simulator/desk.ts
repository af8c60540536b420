import type { AgentStatus } from './agent-status.js';
import type { Clock } from './clock.js';
import type { Channel, Contact } from './contact.js';
import type { Habits } from './habits.js';
import type { QuickConnect } from './instance.js';
import type { RandomSource } from './random-source.js';
import { type ShownState, showState } from './shown-state.js';

/** What the agent may set about the own phone. */
export interface AgentConfiguration {
  softphoneEnabled: boolean;
  softphoneAutoAccept: boolean;
  /** Number of a desk phone, used when the softphone is off. */
  extension: string;
  preferences: Readonly<Record<string, string>>;
  /** Channels besides voice whose contacts are accepted for the agent. */
  autoAccept: readonly Channel[];
}

export interface NextStatus {
  readonly status: AgentStatus;
  readonly enqueuedAtMs: number;
}

/** Everything the centre knows about one agent at one moment. */
export interface DeskState {
  agentName: string;
  username: string;
  agentArn: string;
  statuses: readonly AgentStatus[];
  chosen: AgentStatus;
  chosenSinceMs: number;
  next: NextStatus | null;
  contacts: Contact[];
  shown: ShownState;
  shownSinceMs: number;
  configuration: AgentConfiguration;
  readonly quickConnects: readonly QuickConnect[];
}

/** The agent's desk: state, and the one way to change it. */
export interface Desk {
  readonly clock: Clock;
  readonly ids: RandomSource;
  readonly habits: Habits;
  readonly state: DeskState;
  /**
   * Applies `mutate`, settles what follows from it, then tells the listeners once, in the order they came. Nested calls
   * belong to the outermost. `mutate` must check before it touches: when it throws, nobody is told.
   */
  change<T>(mutate: (state: DeskState) => T): T;
  onChange(listener: () => void): void;
}

/** Sets up a desk in the given state. */
export function createDesk(state: DeskState, habits: Habits, clock: Clock, ids: RandomSource): Desk {
  const listeners: (() => void)[] = [];
  let depth = 0;

  function settle(): void {
    if (state.next && state.contacts.length === 0) {
      state.chosen = state.next.status;
      state.chosenSinceMs = clock.now();
      state.next = null;
    }
    const shown = showState(state);
    if (shown.name !== state.shown.name || shown.arn !== state.shown.arn) state.shownSinceMs = clock.now();
    state.shown = shown;
  }

  return {
    clock,
    ids,
    habits,
    state,
    change(mutate) {
      depth += 1;
      try {
        const result = mutate(state);
        if (depth > 1) return result;
        settle();
        for (const listener of listeners) listener();
        return result;
      } finally {
        depth -= 1;
      }
    },
    onChange(listener) {
      listeners.push(listener);
    },
  };
}
