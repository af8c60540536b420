/**
 * @typedef {object} Shift what differs between two tours
 * @property {string} outboundNumber the number that is dialled, in E.164
 * @property {boolean} mutes whether the agent mutes during the call
 * @property {boolean} missesFirst whether the missed call comes before the outbound one
 * @property {number} holdMs how long the customer is held
 * @property {string} quickConnect who is asked and joined in the second act
 * @property {Readonly<Record<string, string>>} lateAttributes what the flow learns during the call
 */

const outboundNumbers = ['+442079460199', '+12025550178', '+493012345678', '+61299370123', '+33199001234'];
const quickConnects = ['Grace Hopper', 'Warehouse', 'Billing'];
const moods = ['calm', 'in a hurry', 'relieved', 'curious', 'annoyed'];

/**
 * Plans the shift of a seed; the customers are the simulator's, dealt by the same seed.
 *
 * @param {number} seed
 * @returns {Shift}
 */
export function planShift(seed) {
  const draw = drawFrom(seed);
  return {
    outboundNumber: outboundNumbers[draw(outboundNumbers.length)] ?? '',
    mutes: draw(2) === 1,
    missesFirst: draw(2) === 1,
    holdMs: 300 + draw(700),
    lateAttributes: { mood: moods[draw(moods.length)] ?? '', ticket: `T-${1000 + draw(9000)}` },
    quickConnect: quickConnects[draw(quickConnects.length)] ?? '',
  };
}

/**
 * Whole numbers below a limit, the same for the same seed (mulberry32).
 *
 * @param {number} seed
 * @returns {(limit: number) => number}
 */
function drawFrom(seed) {
  let state = seed >>> 0;
  return (limit) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}
