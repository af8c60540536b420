import type { SettingName, Settings, SettingsProblem } from '../../contract/settings.js';
import { resolveSettings, type SettingLayers } from './resolve-settings.js';
import { readSettingsFile, writeSetting } from './settings-file.js';

/** The settings of this run. */
export interface SettingsKeeper {
  values(): Settings;
  problems(): readonly SettingsProblem[];
  /**
   * Takes a good change for this run and stores it, and resolves with whether it was good. A disk that refuses is a problem
   * that is shown, not a failure.
   */
  change(change: Partial<Settings>): Promise<boolean>;
  /** Takes what is given as if by a switch: it wins until the app ends or the agent changes it, and is not stored. */
  useForNow(values: Partial<Settings>): void;
  /** Calls back after each change that was taken, once the disk has answered; returns its unsubscribe. */
  onChange(listener: (settings: Settings) => void): () => void;
}

/** Reads every source of settings; `fromSwitches` win over what is stored and are never stored. */
export function openSettings(folder: string, fromSwitches: Partial<Settings>, packaged = false): SettingsKeeper {
  const stored = readSettingsFile(folder);
  let layers: SettingLayers = { user: stored.values, switch: fromSwitches };
  let resolved = resolveSettings(layers, packaged);
  let fileProblems: readonly SettingsProblem[] = stored.problem === null ? [] : [stored.problem];
  const listeners = new Set<(settings: Settings) => void>();
  return {
    values: () => resolved.values,
    problems: () => [...fileProblems, ...resolved.problems],
    async change(change) {
      if (resolveSettings({ user: change }, packaged).problems.length > 0) return false;
      layers = { ...layers, user: { ...layers.user, ...change }, switch: without(layers.switch, change) };
      resolved = resolveSettings(layers, packaged);
      for (const [name, value] of Object.entries(change)) {
        const saved = await writeSetting(folder, name as SettingName, value);
        if (!saved) fileProblems = [...fileProblems, { kind: 'notSaved', name }];
      }
      for (const listener of listeners) listener(resolved.values);
      return true;
    },
    onChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    useForNow(values) {
      layers = { ...layers, switch: { ...layers.switch, ...values } };
      resolved = resolveSettings(layers, packaged);
    },
  };
}

/** What the agent changes in the app wins over a switch from then on. */
function without(
  values: Readonly<Record<string, unknown>> | undefined,
  change: object,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => !Object.hasOwn(change, name)));
}
