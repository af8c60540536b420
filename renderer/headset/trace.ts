import type { IgnoredReason } from './decoder.js';
import type { BitRange } from './layout.js';

/** The last things that went over a headset's wire, for support. */
export interface Trace {
  note(text: string): void;
  /** Counts what was ignored; each reason is one line, however often it happened. */
  ignored(reason: IgnoredReason | 'flood', reportId: number): void;
  lines(): readonly string[];
}

const maxNotes = 100;
const maxReasons = 32;

export function createTrace(now: () => number): Trace {
  const beganMs = now();
  let notes: readonly string[] = [];
  const ignored = new Map<string, number>();
  return {
    note(text) {
      const seconds = ((now() - beganMs) / 1_000).toFixed(3);
      notes = [...notes.slice(1 - maxNotes), `${seconds} ${text}`];
    },
    ignored(reason, reportId) {
      const line = `ignored ${reason} report ${hex(reportId)}`;
      if (ignored.has(line) || ignored.size < maxReasons) ignored.set(line, (ignored.get(line) ?? 0) + 1);
    },
    lines: () => [...[...ignored].map(([line, count]) => `${line}: ${count} times`), ...notes],
  };
}

/** Two digits or more. */
export function hex(value: number): string {
  return value.toString(16).padStart(2, '0');
}

/** A report's bytes as text; fields that hold what the agent typed are blanked. */
export function hexOf(data: DataView | Uint8Array, blanked: readonly BitRange[] = []): string {
  const bytes = new Uint8Array(data.buffer, data.byteOffset, Math.min(data.byteLength, maxTracedBytes)).slice();
  for (const { bit, size } of blanked) {
    for (let at = bit; at < bit + size && at >> 3 < bytes.length; at += 1) {
      bytes[at >> 3] = (bytes[at >> 3] ?? 0) & ~(1 << (at & 7));
    }
  }
  return [...bytes].map(hex).join(' ');
}

const maxTracedBytes = 64;
