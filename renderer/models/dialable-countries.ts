import type { PhoneSnapshot } from '../../contract/snapshot.js';

const none: readonly string[] = [];

/** The countries the agent may dial, ISO 3166; empty where Connect lists none. */
export function dialableCountries({ agent }: PhoneSnapshot): readonly string[] {
  return agent?.dialableCountries ?? none;
}
