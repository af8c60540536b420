import { readFileSync } from 'node:fs';

/** The epoch of the newest stretch of work in this profile; null where the file does not tell. */
export function readMarkerEpoch(file: string): number | null {
  try {
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'));
    if (typeof value !== 'object' || value === null || !('epoch' in value)) return null;
    return Number.isSafeInteger(value.epoch) ? Number(value.epoch) : null;
  } catch {
    return null;
  }
}
