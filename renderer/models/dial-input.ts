import { type ReadonlySignal, type Signal, signal } from '@preact/signals';

/** The number as it is typed. It outlives the field, so that a call that comes and goes costs nothing typed. */
export interface DialInput {
  readonly typed: Signal<string>;
  /** The country the agent chose, ISO 3166; null for the one of the settings. */
  readonly country: Signal<string | null>;
  /** Counts up whenever somebody else has filled it, so that the field takes the keyboard. */
  readonly fills: ReadonlySignal<number>;
  fill(text: string): void;
}

/** A field of a form takes no more. */
const maxTypedLength = 64;

export function createDialInput(): DialInput {
  const typed = signal('');
  const fills = signal(0);
  return {
    typed,
    country: signal<string | null>(null),
    fills,
    fill(text) {
      typed.value = text.trim().slice(0, maxTypedLength);
      fills.value += 1;
    },
  };
}
