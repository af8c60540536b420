import { readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import type { SettingName, Settings, SettingsProblem } from '../../contract/settings.js';

const storeName = 'settings';

/** What the agent's own settings file holds, and what was wrong with it. */
export interface StoredSettings {
  readonly values: Readonly<Record<string, unknown>>;
  readonly problem: SettingsProblem | null;
}

/**
 * Reads the file that electron-store writes. It is read plainly, because the start waits for it and the store does not
 * have to be loaded for that. A file that is no JSON object is kept aside under a name with the time, never deleted.
 */
export function readSettingsFile(folder: string, now = new Date()): StoredSettings {
  const file = join(folder, `${storeName}.json`);
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const absent = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return { values: {}, problem: absent ? null : { kind: 'unreadableFile', name: `${storeName}.json` } };
  }
  const values = parseObject(text);
  if (values !== null) return { values, problem: null };
  const aside = `${storeName}.broken-${now.toISOString().replaceAll(/[:.]/g, '-')}.json`;
  try {
    renameSync(file, join(folder, aside));
  } catch {
    // Read-only: it stays where it is and is passed over at each start.
  }
  return { values: {}, problem: { kind: 'unreadableFile', name: aside } };
}

/** Stores one setting; resolves with false when the disk would not take it. */
export async function writeSetting<Name extends SettingName>(
  folder: string,
  name: Name,
  value: Settings[Name],
): Promise<boolean> {
  try {
    const { default: Store } = await import('electron-store');
    new Store<Record<string, unknown>>({ name: storeName, cwd: folder }).set(name, value);
    return true;
  } catch {
    return false;
  }
}

function parseObject(text: string): Record<string, unknown> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : null;
  } catch {
    return null;
  }
}
