import {
  type SettingName,
  type SettingSource,
  type Settings,
  type SettingsProblem,
  settingSources,
  settingsSchema,
  settingsShape,
} from '../../contract/settings.js';
import { isPanelAddress } from '../app/environment.js';
import { readOnce } from '../app/read-once.js';

/** Settings with, for each, where its value came from and what was wrong on the way. */
export interface ResolvedSettings {
  readonly values: Settings;
  readonly provenance: Readonly<Record<SettingName, SettingSource>>;
  readonly problems: readonly SettingsProblem[];
}

/** What each source gave, unchecked. Names that are no setting are left alone: they may be a newer version's. */
export type SettingLayers = Readonly<
  Partial<Record<Exclude<SettingSource, 'default'>, Readonly<Record<string, unknown>>>>
>;

/** What a schema cannot say: what this build takes. */
const BUILD_CHECKS: { readonly [Name in SettingName]?: (value: unknown, packaged: boolean) => boolean } = {
  ccpUrl: (value, packaged) => value === '' || isPanelAddress(String(value), !packaged),
  loginUrl: (value, packaged) => value === '' || isPanelAddress(String(value), !packaged),
  spellCheckDictionaryUrl: (value, packaged) => value === '' || isPanelAddress(String(value), !packaged),
  hookUrl: (value, packaged) => value === '' || isPanelAddress(String(value), !packaged),
};

/** One renewal may be lost without a lease that ends. */
const renewalsPerLease = 2;
/** Only good together. */
const leaseTimes: readonly SettingName[] = ['leaseIntervalSeconds', 'leaseSeconds'];

/** Joins the sources, later ones winning; a bad value is passed over and reported. `packaged` builds are stricter. */
export function resolveSettings(layers: SettingLayers, packaged: boolean): ResolvedSettings {
  const defaults = settingsSchema.parse({}, readOnce);
  const values: Record<string, unknown> = { ...defaults };
  const names = Object.keys(settingsShape) as SettingName[];
  const provenance = Object.fromEntries(names.map((name) => [name, 'default'])) as Record<SettingName, SettingSource>;
  const problems: SettingsProblem[] = [];
  for (const source of settingSources) {
    const layer = source === 'default' ? undefined : layers[source];
    for (const name of layer === undefined ? [] : names) {
      if (layer === undefined || !Object.hasOwn(layer, name)) continue;
      const checked = settingsShape[name].safeParse(layer[name]);
      if (checked.success && (BUILD_CHECKS[name]?.(checked.data, packaged) ?? true)) {
        values[name] = checked.data;
        provenance[name] = source;
      } else problems.push({ kind: 'badValue', name });
    }
  }
  if (Number(values['leaseSeconds']) < renewalsPerLease * Number(values['leaseIntervalSeconds'])) {
    for (const name of leaseTimes) {
      values[name] = defaults[name];
      provenance[name] = 'default';
    }
    problems.push({ kind: 'badValue', name: 'leaseSeconds' });
  }
  return { values: values as Settings, provenance, problems };
}
