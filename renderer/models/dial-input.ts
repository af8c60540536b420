import { type Signal, signal } from '@preact/signals';

/** The number as it is typed. It outlives the field, so that a call that comes and goes costs nothing typed. */
export interface DialInput {
  readonly typed: Signal<string>;
}

export function createDialInput(): DialInput {
  return { typed: signal('') };
}
