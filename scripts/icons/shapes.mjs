/**
 * The one description of what stands in the tray, in the dock and on the buttons of the task bar, on a field of 16 by 16
 * with y downwards. A shape is told by its numbers; parts are painted one over the other, and `clear` takes away again.
 *
 * @typedef {'ink' | 'dim' | 'available' | 'contact' | 'waiting' | 'off' | 'bad' | 'clear'} Paint
 *
 * @typedef {{ kind: 'disc', at: Point, r: number }
 *   | { kind: 'half', at: Point, r: number }
 *   | { kind: 'ring', at: Point, r: number, width: number }
 *   | { kind: 'arc', at: Point, r: number, width: number, from: number, to: number }
 *   | { kind: 'bar', from: Point, to: Point, width: number }
 *   | { kind: 'box', at: Point, size: Point, r: number }
 *   | { kind: 'frame', at: Point, size: Point, r: number, width: number }
 *   | { kind: 'polygon', points: readonly Point[] }
 *   | { kind: 'turned', degrees: number, about: Point, shapes: readonly Shape[] }} Shape
 *
 * @typedef {readonly [x: number, y: number]} Point
 * @typedef {{ paint: Paint, shapes: readonly Shape[] }} Part
 */

/** @type {(x: number, y: number, shapes: readonly Shape[]) => Shape[]} */
const moved = (x, y, shapes) => shapes.map((shape) => moveShape(x, y, shape));

/**
 * @param {number} x
 * @param {number} y
 * @param {Shape} shape
 * @returns {Shape}
 */
function moveShape(x, y, shape) {
  /** @type {(point: Point) => Point} */
  const move = ([px, py]) => [px + x, py + y];
  switch (shape.kind) {
    case 'bar':
      return { ...shape, from: move(shape.from), to: move(shape.to) };
    case 'polygon':
      return { ...shape, points: shape.points.map(move) };
    case 'turned':
      return { ...shape, about: move(shape.about), shapes: moved(x, y, shape.shapes) };
    default:
      return { ...shape, at: move(shape.at) };
  }
}

/** A receiver as it lies on the hook. @type {readonly Shape[]} */
const receiver = [
  { kind: 'arc', at: [6.5, 8.4], r: 4.9, width: 2.5, from: -158, to: -22 },
  { kind: 'box', at: [0.3, 5.9], size: [3.9, 3.4], r: 1 },
  { kind: 'box', at: [8.8, 5.9], size: [3.9, 3.4], r: 1 },
];
/** @type {readonly Shape[]} */
const lifted = [{ kind: 'turned', degrees: -45, about: [6.5, 6.6], shapes: moved(0, 0.6, receiver) }];
/** @type {readonly Shape[]} */
const onHook = [...receiver, { kind: 'bar', from: [2.4, 11.6], to: [10.6, 11.6], width: 1.8 }];
/** @type {readonly Shape[]} */
const bell = [
  { kind: 'disc', at: [6.5, 5.2], r: 3.9 },
  { kind: 'box', at: [2.6, 5.2], size: [7.8, 4.4], r: 0.3 },
  { kind: 'bar', from: [1.6, 9.4], to: [11.4, 9.4], width: 1.7 },
  { kind: 'disc', at: [6.5, 1.2], r: 1.1 },
  { kind: 'disc', at: [6.5, 11.4], r: 1.5 },
];
/** @type {readonly Shape[]} */
const note = [
  { kind: 'frame', at: [1.2, 0.6], size: [10.6, 12], r: 1.8, width: 1.6 },
  { kind: 'bar', from: [4, 4], to: [9, 4], width: 1.3 },
  { kind: 'bar', from: [4, 6.6], to: [9, 6.6], width: 1.3 },
  { kind: 'bar', from: [4, 9.2], to: [6.6, 9.2], width: 1.3 },
];
/** @type {readonly Shape[]} */
const warning = [
  {
    kind: 'polygon',
    points: [
      [6.5, 0.4],
      [12.8, 11.9],
      [0.2, 11.9],
    ],
  },
];
/** @type {readonly Shape[]} */
const exclamation = [
  { kind: 'bar', from: [6.5, 4.6], to: [6.5, 7.4], width: 1.6 },
  { kind: 'disc', at: [6.5, 9.8], r: 0.95 },
];

/** @type {readonly Shape[]} */
const microphone = [
  { kind: 'box', at: [5.4, 0.8], size: [5.2, 9], r: 2.6 },
  { kind: 'arc', at: [8, 7.2], r: 4.9, width: 1.5, from: 0, to: 180 },
  { kind: 'bar', from: [8, 12], to: [8, 14.4], width: 1.5 },
  { kind: 'bar', from: [5.2, 14.6], to: [10.8, 14.6], width: 1.5 },
];

/** A stroke through what is under it. @type {(from: Point, to: Point) => readonly Part[]} */
const struck = (from, to) => [
  { paint: 'clear', shapes: [{ kind: 'bar', from, to, width: 3.2 }] },
  { paint: 'bad', shapes: [{ kind: 'bar', from, to, width: 1.5 }] },
];

/** What the agent does. @type {Readonly<Record<string, readonly Part[]>>} */
const activities = {
  idle: [{ paint: 'ink', shapes: onHook }],
  ringing: [{ paint: 'available', shapes: bell }],
  onContact: [{ paint: 'contact', shapes: lifted }],
  muted: [{ paint: 'contact', shapes: moved(-1.7, -0.6, microphone) }, ...struck([0.8, 1], [11.6, 12.6])],
  afterContactWork: [{ paint: 'waiting', shapes: note }],
  error: [
    { paint: 'bad', shapes: warning },
    { paint: 'clear', shapes: exclamation },
  ],
};

/** @type {Point} */
const corner = [12.3, 12.3];
/** @type {Part} */
const cornerGap = { paint: 'clear', shapes: [{ kind: 'disc', at: corner, r: 4.6 }] };

/** What the agent chose. @type {Readonly<Record<string, readonly Part[]>>} */
const availabilities = {
  routable: [cornerGap, { paint: 'available', shapes: [{ kind: 'disc', at: corner, r: 3.5 }] }],
  notRoutable: [
    cornerGap,
    {
      paint: 'waiting',
      shapes: [
        { kind: 'ring', at: corner, r: 2.85, width: 1.3 },
        { kind: 'half', at: corner, r: 3.4 },
      ],
    },
  ],
  offline: [cornerGap, { paint: 'off', shapes: [{ kind: 'ring', at: corner, r: 2.7, width: 1.6 }] }],
};

/** Something was missed. @type {readonly Part[]} */
const missed = [
  { paint: 'clear', shapes: [{ kind: 'disc', at: [13, 3], r: 4 }] },
  { paint: 'bad', shapes: [{ kind: 'disc', at: [13, 3], r: 3 }] },
];

/** Nobody is known, or nothing is heard of the phone. @type {Readonly<Record<string, readonly Part[]>>} */
const withoutAgent = {
  nobody: [{ paint: 'dim', shapes: onHook }],
  trouble: [
    { paint: 'dim', shapes: onHook },
    cornerGap,
    {
      paint: 'bad',
      shapes: [
        { kind: 'bar', from: [10, 10], to: [14.6, 14.6], width: 1.8 },
        { kind: 'bar', from: [14.6, 10], to: [10, 14.6], width: 1.8 },
      ],
    },
  ],
};

/** What a button of the task bar does. @type {Readonly<Record<string, readonly Part[]>>} */
const deeds = {
  answer: [{ paint: 'available', shapes: moved(1.5, 1.5, lifted) }],
  decline: [{ paint: 'bad', shapes: moved(1.5, 1.2, receiver) }],
  hangUp: [{ paint: 'bad', shapes: moved(1.5, 1.2, receiver) }],
  mute: [{ paint: 'ink', shapes: microphone }],
  unmute: [{ paint: 'ink', shapes: microphone }, ...struck([2, 1.5], [14, 14.5])],
  missed: [
    { paint: 'bad', shapes: [{ kind: 'disc', at: [8, 8], r: 7.6 }] },
    {
      paint: 'clear',
      shapes: [
        { kind: 'bar', from: [8, 4], to: [8, 8.6], width: 2.2 },
        { kind: 'disc', at: [8, 11.7], r: 1.3 },
      ],
    },
  ],
};

/** Every icon by its name. @type {Readonly<Record<string, readonly Part[]>>} */
export const icons = {
  ...withMissed('nobody', withoutAgent['nobody'] ?? []),
  ...withMissed('trouble', withoutAgent['trouble'] ?? []),
  ...Object.assign(
    {},
    ...Object.entries(activities).flatMap(([activity, glyph]) =>
      Object.entries(availabilities).map(([availability, mark]) =>
        withMissed(`${activity}-${availability}`, [...glyph, ...mark]),
      ),
    ),
  ),
  ...Object.fromEntries(Object.entries(deeds).map(([deed, parts]) => [`deed-${deed}`, parts])),
};

/**
 * @param {string} name
 * @param {readonly Part[]} parts
 * @returns {Record<string, readonly Part[]>}
 */
function withMissed(name, parts) {
  return { [name]: parts, [`${name}-missed`]: [...parts, ...missed] };
}

/** The ground an icon stands on; colours as in renderer/styles/tokens.css. A template has none: macOS gives it one. */
export const schemes = {
  'on-light': {
    ink: '#1b1f26',
    dim: '#5b6471',
    available: '#127a46',
    contact: '#2f5bd7',
    waiting: '#9a5b00',
    off: '#5b6471',
    bad: '#b3261e',
  },
  'on-dark': {
    ink: '#eceff4',
    dim: '#a2abb8',
    available: '#6fd49b',
    contact: '#8aa9ff',
    waiting: '#f3c069',
    off: '#a2abb8',
    bad: '#ff8f86',
  },
  template: {
    ink: '#000000',
    dim: '#00000090',
    available: '#000000',
    contact: '#000000',
    waiting: '#000000',
    off: '#000000',
    bad: '#000000',
  },
};

/** How many points an icon is wide and high, and by how much screens enlarge it, in percent. */
export const iconPoints = 16;
export const scalePercents = [100, 125, 150, 200, 300];
