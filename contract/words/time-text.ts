/** Times as the agent's system writes them. All are ms since the epoch, or ms that something lasted. */
export interface TimeText {
  /** Date and time of day, to the second. */
  moment(atMs: number, inUtc: boolean): string;
  /** Time of day, with its date unless that is the day of `nowMs`. */
  near(atMs: number, nowMs: number): string;
  /** Such as "14 min" or "2 hr 5 min": what a person would say. */
  lasting(durationMs: number): string;
  /** The same without seconds: "< 1 min" until there is one. */
  inMinutes(durationMs: number): string;
  /** To a tenth of a second below a minute. */
  brief(durationMs: number): string;
}

const units = [
  { unit: 'day', ms: 86_400_000 },
  { unit: 'hour', ms: 3_600_000 },
  { unit: 'minute', ms: 60_000 },
  { unit: 'second', ms: 1_000 },
] as const;
const minuteMs = 60_000;

/**
 * Builds the texts of a locale (BCP 47); `language` stands in for one that belongs to another language than the words. Each
 * format is made when it is first asked for: the first one of a process takes some 10 ms, which no start waits for.
 */
export function createTimeText(locale: string, language: string): TimeText {
  const spoken = locale.split('-')[0] === language ? locale : language;
  const formatOf = (options: Intl.DateTimeFormatOptions) => once(() => new Intl.DateTimeFormat(spoken, options));
  const local = formatOf({ dateStyle: 'short', timeStyle: 'medium' });
  const utc = formatOf({ dateStyle: 'short', timeStyle: 'medium', timeZone: 'UTC' });
  const day = formatOf({ dateStyle: 'short' });
  const time = formatOf({ timeStyle: 'short' });
  const dayAndTime = formatOf({ dateStyle: 'short', timeStyle: 'short' });
  const count = (value: number, unit: string, digits = 0): string =>
    new Intl.NumberFormat(spoken, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    }).format(value);

  function lasting(durationMs: number): string {
    const index = units.findIndex(({ ms }) => durationMs >= ms);
    const largest = units[index] ?? units[3];
    const smaller = units[index + 1];
    const whole = count(Math.floor(durationMs / largest.ms), largest.unit);
    // Seconds beside minutes say nothing any more.
    if (smaller === undefined || smaller.unit === 'second') return whole;
    const rest = Math.floor((durationMs % largest.ms) / smaller.ms);
    return rest === 0 ? whole : `${whole} ${count(rest, smaller.unit)}`;
  }

  return {
    moment: (atMs, inUtc) => (inUtc ? utc() : local()).format(atMs),
    near: (atMs, nowMs) => (day().format(atMs) === day().format(nowMs) ? time() : dayAndTime()).format(atMs),
    lasting,
    inMinutes: (durationMs) => (durationMs < minuteMs ? `< ${lasting(minuteMs)}` : lasting(durationMs)),
    brief: (durationMs) => (durationMs < minuteMs ? count(durationMs / 1_000, 'second', 1) : lasting(durationMs)),
  };
}

function once<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
