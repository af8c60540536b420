import { describe, expect, it } from 'vitest';
import { createTimeText } from '../../../contract/words/time-text.js';

const minuteMs = 60_000;

describe('whole minutes', () => {
  it.each([
    [0, '< 1 min'],
    [minuteMs - 1, '< 1 min'],
    [minuteMs, '1 min'],
    [2 * minuteMs - 1, '1 min'],
    [65 * minuteMs, '1 hr 5 min'],
  ])('say %i ms as %s', (lastedMs, said) => {
    expect(createTimeText('en-US', 'en').inMinutes(lastedMs)).toBe(said);
  });
});

it('makes no format before it is asked for one, as the first of a process takes long', () => {
  const { DateTimeFormat } = Intl;
  let made = 0;
  Intl.DateTimeFormat = class extends DateTimeFormat {
    constructor(...given: ConstructorParameters<typeof DateTimeFormat>) {
      super(...given);
      made += 1;
    }
  } as typeof DateTimeFormat;
  try {
    const times = createTimeText('en-US', 'en');
    expect(made).toBe(0);
    times.moment(0, true);
    times.moment(1, true);
    expect(made).toBe(1);
  } finally {
    Intl.DateTimeFormat = DateTimeFormat;
  }
});
