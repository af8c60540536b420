/**
 * Returns `previous` where it equals `next`, part by part, so that a value that did not change keeps its identity and
 * nothing that shows it is drawn again. For plain data only.
 */
export function keepSame<Value>(previous: Value, next: Value): Value {
  if (Object.is(previous, next)) return previous;
  if (Array.isArray(previous) && Array.isArray(next)) return keepSameList(previous, next) as Value;
  if (isRecord(previous) && isRecord(next)) return keepSameRecord(previous, next) as Value;
  return next;
}

function keepSameList(previous: readonly unknown[], next: readonly unknown[]): readonly unknown[] {
  const kept = next.map((item, index) => keepSame(previous[index], item));
  const same = previous.length === next.length && kept.every((item, index) => Object.is(item, previous[index]));
  return same ? previous : kept;
}

function keepSameRecord(previous: Record<string, unknown>, next: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(next);
  const kept = Object.fromEntries(keys.map((key) => [key, keepSame(previous[key], next[key])]));
  const same = Object.keys(previous).length === keys.length && keys.every((key) => Object.is(kept[key], previous[key]));
  return same ? previous : kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
