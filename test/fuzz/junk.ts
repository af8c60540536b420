import fc from 'fast-check';

/** Names that every object of JavaScript answers to. */
export const inheritedNames = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'prototype',
] as const;

const hugeLength = 32_768;
/** Zero-width, turning, control and unpaired characters, markup, templates and paths. */
const nastyTexts = [
  '',
  ' ',
  '\u0000',
  '\u202Egnp.exe',
  '\u200B\u2066\u2069\uFEFF',
  '\uD800',
  'שלום עולם',
  '<img src=x onerror=alert(1)>',
  '<script>alert(1)</script>',
  '{{7*7}}',
  'javascript:alert(1)',
  '../../../etc/passwd',
  'a\r\nb\u2028c',
  '\u001B[2J',
  'x'.repeat(hugeLength),
  '💥'.repeat(hugeLength / 2),
] as const;

/** Text that somebody else chose. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 40 }),
  fc.constantFrom(...nastyTexts),
  fc.constantFrom<string>(...inheritedNames),
);

/** What has no text although it looks like a record, which JSON can carry. */
const noText = { toString: 1, valueOf: 1 };

/** A value where another was expected, as far as a message between frames or processes can carry it. */
export const junk: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: anyText },
  {
    weight: 4,
    arbitrary: fc.constantFrom<unknown>(null, undefined, Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e308, 2 ** 53),
  },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(true, false, [], {}, [null], noText, new Date(Number.NaN), 10n) },
  { weight: 1, arbitrary: fc.anything({ key: anyText, maxDepth: 3, withDate: true, withMap: true, withBigInt: true }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 2_000 }).map(nest) },
);

function nest(depth: number): unknown {
  let value: unknown = 'deep';
  for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? [value] : { value };
  return value;
}

/** One thing done to one place of a value. */
interface Damage {
  /** Which member to follow at each level, by its place modulo their count; the last is damaged. */
  readonly way: readonly number[];
  readonly deed:
    | { readonly kind: 'drop' }
    | { readonly kind: 'reverse' }
    | { readonly kind: 'repeat'; readonly times: number }
    | { readonly kind: 'replace'; readonly by: unknown }
    | { readonly kind: 'add'; readonly name: string; readonly value: unknown };
}

const damage: fc.Arbitrary<Damage> = fc.record({
  way: fc.array(fc.nat(40), { minLength: 1, maxLength: 6 }),
  deed: fc.oneof(
    fc.constant({ kind: 'drop' as const }),
    fc.constant({ kind: 'reverse' as const }),
    fc.record({ kind: fc.constant('repeat' as const), times: fc.integer({ min: 2, max: 30 }) }),
    fc.record({ kind: fc.constant('replace' as const), by: junk }),
    fc.record({ kind: fc.constant('add' as const), name: anyText, value: junk }),
  ),
});

/** A value with members missing, extra, out of order, repeated or replaced; often whole. */
export function damaged<Value>(whole: fc.Arbitrary<Value>): fc.Arbitrary<unknown> {
  return fc
    .tuple(whole, fc.array(damage, { maxLength: 4 }))
    .map(([value, damages]) => damages.reduce<unknown>((now, { way, deed }) => inflict(now, way, deed), value));
}

function inflict(value: unknown, [step = 0, ...rest]: readonly number[], deed: Damage['deed']): unknown {
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  const list = Array.isArray(value);
  const members = Object.entries(value);
  if (members.length === 0) return value;
  const at = step % members.length;
  const next = rest.length > 0 && isDeep(members[at]?.[1]) ? members.map(follow) : damageAt(members, at, deed);
  return list ? next.map(([, member]) => member) : recordOf(next);

  function follow(member: [string, unknown], index: number): [string, unknown] {
    return index === at ? [member[0], inflict(member[1], rest, deed)] : member;
  }
}

const isDeep = (value: unknown): boolean => typeof value === 'object' && value !== null;

function damageAt(members: readonly [string, unknown][], at: number, deed: Damage['deed']): [string, unknown][] {
  const [name = '', value] = members[at] ?? [];
  const around = (...between: [string, unknown][]) => [...members.slice(0, at), ...between, ...members.slice(at + 1)];
  if (deed.kind === 'drop') return around();
  if (deed.kind === 'reverse') return [...members].reverse();
  if (deed.kind === 'repeat')
    return around(...Array.from({ length: deed.times }, (): [string, unknown] => [name, value]));
  if (deed.kind === 'replace') return around([name, deed.by]);
  return [...members, [deed.name, deed.value]];
}

/** As JSON.parse makes it: every name is a member of its own, `__proto__` too. */
function recordOf(members: readonly [string, unknown][]): object {
  return Object.fromEntries(members);
}
