/** Numbers that reach, or are taken for, an emergency service in many countries. */
const EVERYWHERE: ReadonlySet<string> = new Set(['112', '911', '999', '000']);

/** Those of single countries. Source: https://en.wikipedia.org/wiki/List_of_emergency_telephone_numbers */
const BY_COUNTRY: Readonly<Record<string, readonly string[]>> = {
  AR: ['100', '101', '107'],
  AT: ['122', '133', '144'],
  AU: ['106'],
  BE: ['100', '101'],
  BR: ['190', '192', '193'],
  CH: ['117', '118', '144'],
  CL: ['131', '132', '133'],
  CN: ['110', '119', '120'],
  CO: ['123'],
  CZ: ['150', '155', '158'],
  DE: ['110'],
  ES: ['061', '062', '080', '091'],
  FR: ['15', '17', '18', '114'],
  GR: ['100', '166', '199'],
  HU: ['104', '105', '107'],
  ID: ['110', '113', '118', '119'],
  IL: ['100', '101', '102'],
  IN: ['100', '101', '102', '108'],
  IT: ['113', '115', '118'],
  JP: ['110', '118', '119'],
  KR: ['119'],
  NO: ['110', '113'],
  NZ: ['111'],
  PH: ['117'],
  PL: ['997', '998'],
  RU: ['101', '102', '103'],
  SG: ['995'],
  TH: ['191', '199', '1669'],
  TR: ['110', '155'],
  TW: ['110', '119'],
  UA: ['101', '102', '103'],
  ZA: ['10111', '10177'],
};

/** Whether a dialled text is an emergency number of the agent's country or of many; Connect dials none of them. */
export function isEmergency(digits: string, country: string): boolean {
  return (
    EVERYWHERE.has(digits) || (Object.hasOwn(BY_COUNTRY, country) && BY_COUNTRY[country]?.includes(digits) === true)
  );
}
