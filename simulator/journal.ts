import { appendFileSync } from 'node:fs';

/** How long to wait for an entry, and from which position on to look; by default the whole journal counts. */
export interface WaitOptions {
  readonly timeoutMs: number;
  readonly since?: number;
}

/** A list that only grows, can be waited on, and may be kept in a file as one JSON object per line. */
export interface Journal<T> {
  readonly entries: readonly T[];
  append(entry: T): void;
  /** Calls back for every later entry; the returned function ends that. */
  subscribe(listener: (entry: T) => void): () => void;
  /** Resolves with the first entry that satisfies; rejects with an Error after `timeoutMs` of real time. */
  waitFor(predicate: (entry: T) => boolean, options: WaitOptions): Promise<T>;
}

/** Opens a journal. `what` names the entries in the error of a wait in vain. */
export function openJournal<T>(what: string, file?: string): Journal<T> {
  const entries: T[] = [];
  const listeners = new Set<(entry: T) => void>();

  return {
    entries,
    append(entry) {
      entries.push(entry);
      // Synchronous, so that a reader of the file sees what came before any answer that followed it.
      if (file !== undefined) appendFileSync(file, `${JSON.stringify(entry)}\n`);
      for (const listener of [...listeners]) listener(entry);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    waitFor(predicate, { timeoutMs, since = 0 }) {
      const known = entries.slice(since).find(predicate);
      if (known !== undefined) return Promise.resolve(known);
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          listeners.delete(listener);
          reject(new Error(`No such ${what} within ${timeoutMs} ms; ${entries.length - since} others came`));
        }, timeoutMs);
        function listener(entry: T): void {
          if (!predicate(entry)) return;
          clearTimeout(timer);
          listeners.delete(listener);
          resolve(entry);
        }
        listeners.add(listener);
      });
    },
  };
}
