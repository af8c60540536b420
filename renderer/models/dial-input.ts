import { type Signal, signal } from '@preact/signals';

/** The number as it is typed. It outlives the field, so that a call that comes and goes costs nothing typed. */
export interface DialInput {
  readonly typed: Signal<string>;
  /** The country the agent chose, ISO 3166; null for the one of the settings. */
  readonly country: Signal<string | null>;
}

export function createDialInput(): DialInput {
  return { typed: signal(''), country: signal<string | null>(null) };
}
