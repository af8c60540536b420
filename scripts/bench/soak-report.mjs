import { measures } from './samples.mjs';
import { median, shiftBetween, summarise } from './statistics.mjs';

/** The first tenth is for settling in; the second is what the last is compared with. Shares are in thousandths. */
const early = { from: 100, to: 200 };
const late = { from: 900, to: 1_001 };
const mostGrowth = 1.05;
/** A shift below this is not worth telling from noise: it is a sixteenth of a frame. */
const leastShiftMs = 1;

/** @typedef {import('./samples.mjs').Sample} Sample */
/** @typedef {import('./samples.mjs').MeasureName} MeasureName */

/**
 * What a soak did to memory and latencies, and whether the app's stayed within bounds. The bare page's lines are there to
 * tell what is Streams' or Chromium's own.
 *
 * @param {readonly Sample[]} samples
 * @param {readonly { id: string, label: string }[]} subjects
 */
export function describeSoak(samples, subjects) {
  const names = /** @type {MeasureName[]} */ (['soakMemory', 'soakHeap', 'soakPainted', 'soakAnswered']);
  const lines = [];
  let within = true;
  for (const name of names) {
    const { title, unit, digits } = measures[name];
    lines.push(`${title}, ${unit}: second tenth, last tenth`);
    for (const { id, label } of subjects) {
      const [before, after] = [early, late].map((part) => valuesWithin(samples, name, id, part));
      if (before === undefined || after === undefined || before.length === 0 || after.length === 0) continue;
      const verdict = judgeSoak(name, before, after);
      if (id === 'app' && verdict.within === false) within = false;
      const parts = [before, after].map((values) => {
        const { n, median: middle, p95 } = summarise(values);
        return `${middle.toFixed(digits)} (n ${n}, p95 ${p95.toFixed(digits)})`;
      });
      const judged = id !== 'app' || verdict.within === null ? '' : verdict.within ? ': in budget' : ': OVER BUDGET';
      lines.push(`  ${label.padEnd(16)} ${parts.join(', ')}, ${verdict.text}${judged}`);
    }
    lines.push('');
  }
  return { text: lines.join('\n'), within };
}

/**
 * Compares the two parts: memory by the growth of its median, latencies by their shift. The heap alone has no budget, as
 * it shows what nobody has collected yet.
 *
 * @param {MeasureName} name
 * @param {readonly number[]} before
 * @param {readonly number[]} after
 * @returns {{ text: string, within: boolean | null }}
 */
export function judgeSoak(name, before, after) {
  if (name === 'soakMemory' || name === 'soakHeap') {
    const [from, to] = [median(before), median(after)];
    const text = `growth ${((to / from - 1) * 100).toFixed(1)} %`;
    return { text, within: name === 'soakHeap' ? null : to <= from * mostGrowth };
  }
  const { estimate, interval } = shiftBetween(after, before);
  const range = interval === null ? '' : ` (95 %: ${interval.low.toFixed(1)} to ${interval.high.toFixed(1)})`;
  const isSlower = interval !== null && interval.low > 0 && estimate > leastShiftMs;
  return { text: `shift ${estimate.toFixed(1)} ms${range}`, within: !isSlower };
}

/**
 * @param {readonly Sample[]} samples
 * @param {MeasureName} name
 * @param {string} subject
 * @param {{ from: number, to: number }} part
 */
function valuesWithin(samples, name, subject, { from, to }) {
  return samples
    .filter((each) => each.measure === name && each.subject === subject && each.round >= from && each.round < to)
    .map(({ value }) => value);
}
