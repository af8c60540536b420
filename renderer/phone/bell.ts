/** Something that happens now and then, for those who wait for it. */
export interface Bell<Told> {
  ring(told: Told): void;
  /** Returns its unsubscribe. */
  onRing(listener: (told: Told) => void): () => void;
}

export function createBell<Told>(): Bell<Told> {
  const listeners = new Set<(told: Told) => void>();
  return {
    ring(told) {
      for (const listener of [...listeners]) listener(told);
    },
    onRing(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
