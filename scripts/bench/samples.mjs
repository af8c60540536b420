/**
 * One measured value. Samples of one measure with the same round were taken one right after the other, and are compared
 * with each other.
 *
 * @typedef {object} Sample
 * @property {MeasureName} measure
 * @property {import('./subjects.mjs').SubjectId} subject
 * @property {number} round
 * @property {number} value
 * @property {unknown} [detail] what explains the value, for whoever reads the raw file
 */

/** @typedef {keyof typeof measures} MeasureName */

/** What is measured, in the order of the report. */
export const measures = {
  start: { title: 'Start on a warm profile to the first GetAgentSnapshot', unit: 'ms', digits: 0 },
  memory: { title: 'Memory of the process tree (PSS) after the start, without the guardian', unit: 'MB', digits: 1 },
  guardianMemory: { title: 'Memory of the guardian (PSS)', unit: 'MB', digits: 1 },
  wholeMemory: { title: 'Memory of the process tree with the guardian', unit: 'MB', digits: 1 },
  idle: { title: 'Processor while waiting, of one core', unit: '%', digits: 2 },
  painted: { title: 'Contact injected to its attributes painted', unit: 'ms', digits: 1 },
  changed: { title: 'Contact injected to its attributes in the page, before the frame', unit: 'ms', digits: 1 },
  toast: { title: 'Snapshot of a ring to its card painted', unit: 'ms', digits: 1 },
  ringToToast: { title: 'Contact injected to its card painted', unit: 'ms', digits: 1 },
  wire: { title: 'Click on a status to PutAgentState on the wire', unit: 'ms', digits: 1 },
  paints: { title: 'Paints for one snapshot', unit: '', digits: 0 },
  oneAttribute: {
    title: 'Script, style and layout until a contact with one attribute is painted',
    unit: 'ms',
    digits: 1,
  },
  attributes: {
    title: 'Script, style and layout until a contact with 300 attributes is painted',
    unit: 'ms',
    digits: 1,
  },
  allAttributes: { title: 'Script, style and layout until all its 300 attributes are', unit: 'ms', digits: 1 },
  search: { title: 'Script, style and layout of a key in a search of 5,000 quick connects', unit: 'ms', digits: 1 },
  searchFrames: { title: 'Frames from that key to the list', unit: '', digits: 0 },
  shiftGrowth: { title: 'Contact injected to painted, after 50 contacts less before them', unit: 'ms', digits: 1 },
  partyGrowth: { title: 'Attribute changed to painted, six on the call less two', unit: 'ms', digits: 1 },
  hotkeyWire: { title: 'Key of the whole system to HoldConnection on the wire', unit: 'ms', digits: 1 },
  hotkeyClick: { title: 'Click on Hold to HoldConnection on the wire', unit: 'ms', digits: 1 },
  hotkeyExtra: { title: 'The key less the click, of the same round', unit: 'ms', digits: 1 },
  headsetWire: { title: 'Button of a headset to HoldConnection on the wire', unit: 'ms', digits: 1 },
  clickWire: { title: 'Click on the same to HoldConnection on the wire', unit: 'ms', digits: 1 },
  headsetExtra: { title: 'The button less the click, of the same round', unit: 'ms', digits: 1 },
  headsetHook: { title: 'Hook lifted to the off-hook lamp', unit: 'ms', digits: 1 },
  headsetLamp: { title: 'Call in the page to the ring lamp', unit: 'ms', digits: 1 },
  soakMemory: { title: 'Memory of the process tree (PSS)', unit: 'MB', digits: 1 },
  soakHeap: { title: 'Heap of the page', unit: 'MB', digits: 1 },
  soakPainted: { title: 'Contact injected to its attributes painted', unit: 'ms', digits: 1 },
  soakAnswered: { title: 'Click on Answer to AcceptContact on the wire', unit: 'ms', digits: 1 },
};

/**
 * The values of one subject for one measure, by round.
 *
 * @param {readonly Sample[]} samples
 * @param {MeasureName} measure
 * @param {string} subject
 */
export function valuesOf(samples, measure, subject) {
  return samples.filter((each) => each.measure === measure && each.subject === subject).map(({ value }) => value);
}

/**
 * The values of two subjects, round by round; rounds that one of them lacks are left out.
 *
 * @param {readonly Sample[]} samples
 * @param {MeasureName} measure
 * @param {string} left
 * @param {string} right
 * @returns {(readonly [left: number, right: number])[]}
 */
export function pairsOf(samples, measure, left, right) {
  const others = new Map(
    samples
      .filter((each) => each.measure === measure && each.subject === right)
      .map((each) => [each.round, each.value]),
  );
  return samples
    .filter((each) => each.measure === measure && each.subject === left)
    .flatMap(({ round, value }) => {
      const other = others.get(round);
      return other === undefined ? [] : [/** @type {const} */ ([value, other])];
    });
}
