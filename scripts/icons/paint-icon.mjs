/** Samples a pixel is asked at, along each side. */
const samples = 8;
const field = 16;

/** @import { Part, Point, Shape } from './shapes.mjs' */

/**
 * Paints an icon: straight RGBA, one byte a channel.
 *
 * @param {readonly Part[]} parts
 * @param {Readonly<Record<string, string>>} colours by paint, #rrggbb or #rrggbbaa
 * @param {number} side in pixels
 * @returns {Uint8Array}
 */
export function paintIcon(parts, colours, side) {
  const pixels = new Uint8Array(side * side * 4);
  const painted = parts.map(({ paint, shapes }) => ({ colour: readColour(colours[paint]), shapes }));
  for (let y = 0; y < side; y += 1) {
    for (let x = 0; x < side; x += 1) paintPixel(pixels, x, y, side, painted);
  }
  return pixels;
}

/**
 * @param {Uint8Array} pixels
 * @param {number} x
 * @param {number} y
 * @param {number} side
 * @param {readonly { colour: readonly number[], shapes: readonly Shape[] }[]} parts
 */
function paintPixel(pixels, x, y, side, parts) {
  let [sumRed, sumGreen, sumBlue, sumAlpha] = [0, 0, 0, 0];
  for (let step = 0; step < samples * samples; step += 1) {
    const point = /** @type {const} */ ([
      ((x + ((step % samples) + 0.5) / samples) / side) * field,
      ((y + (Math.floor(step / samples) + 0.5) / samples) / side) * field,
    ]);
    const top = parts.findLast(({ shapes }) => shapes.some((shape) => isInside(shape, point)));
    const [red = 0, green = 0, blue = 0, alpha = 0] = top?.colour ?? [];
    sumRed += red * alpha;
    sumGreen += green * alpha;
    sumBlue += blue * alpha;
    sumAlpha += alpha;
  }
  const weight = Math.max(1, sumAlpha);
  const channels = [sumRed / weight, sumGreen / weight, sumBlue / weight, sumAlpha / (samples * samples)];
  pixels.set(channels.map(Math.round), (y * side + x) * 4);
}

/** @param {string | undefined} text */
function readColour(text) {
  if (text === undefined) return [0, 0, 0, 0];
  const channels = [1, 3, 5, 7].map((at) => Number.parseInt(text.slice(at, at + 2) || 'ff', 16));
  return channels;
}

/**
 * @param {Shape} shape
 * @param {Point} point
 * @returns {boolean}
 */
function isInside(shape, [x, y]) {
  switch (shape.kind) {
    case 'disc':
      return distance(shape.at, [x, y]) <= shape.r;
    case 'half':
      return x <= shape.at[0] && distance(shape.at, [x, y]) <= shape.r;
    case 'ring':
      return Math.abs(distance(shape.at, [x, y]) - shape.r) <= shape.width / 2;
    case 'arc': {
      const degrees = (Math.atan2(y - shape.at[1], x - shape.at[0]) * 180) / Math.PI;
      const isBetween = degrees >= shape.from && degrees <= shape.to;
      return isBetween && Math.abs(distance(shape.at, [x, y]) - shape.r) <= shape.width / 2;
    }
    case 'bar':
      return toSegment(shape.from, shape.to, [x, y]) <= shape.width / 2;
    case 'box':
      return outsideBox(shape.at, shape.size, shape.r, [x, y]) <= 0;
    case 'frame': {
      const outside = outsideBox(shape.at, shape.size, shape.r, [x, y]);
      return outside <= 0 && outside >= -shape.width;
    }
    case 'polygon':
      return isInPolygon(shape.points, [x, y]);
    case 'turned': {
      const back = turn([x, y], shape.about, -shape.degrees);
      return shape.shapes.some((inner) => isInside(inner, back));
    }
  }
}

/** @type {(from: Point, to: Point) => number} */
const distance = ([x1, y1], [x2, y2]) => Math.hypot(x2 - x1, y2 - y1);

/** @type {(from: Point, to: Point, point: Point) => number} */
function toSegment([x1, y1], [x2, y2], [x, y]) {
  const length = (x2 - x1) ** 2 + (y2 - y1) ** 2;
  const along = Math.min(1, Math.max(0, ((x - x1) * (x2 - x1) + (y - y1) * (y2 - y1)) / length));
  return distance([x1 + along * (x2 - x1), y1 + along * (y2 - y1)], [x, y]);
}

/** How far a point is outside of a box with round corners; negative inside. @type {(at: Point, size: Point, r: number, point: Point) => number} */
function outsideBox([left, top], [width, height], r, [x, y]) {
  const dx = Math.abs(x - left - width / 2) - width / 2 + r;
  const dy = Math.abs(y - top - height / 2) - height / 2 + r;
  return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - r;
}

/** @type {(points: readonly Point[], point: Point) => boolean} */
function isInPolygon(points, [x, y]) {
  let inside = false;
  for (const [index, [x1, y1]] of points.entries()) {
    const [x2, y2] = points.at(index - 1) ?? [0, 0];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
}

/** @type {(point: Point, about: Point, degrees: number) => Point} */
function turn([x, y], [cx, cy], degrees) {
  const angle = (degrees * Math.PI) / 180;
  return [
    cx + (x - cx) * Math.cos(angle) - (y - cy) * Math.sin(angle),
    cy + (x - cx) * Math.sin(angle) + (y - cy) * Math.cos(angle),
  ];
}
