const quietMs = 3_000;
const intervalMs = 5_000;

/**
 * Does the work of one step, telling its name and the seconds so far on stderr when it takes longer than three seconds.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  const began = Date.now();
  let spoken = false;
  const say = (/** @type {string} */ state) => {
    const seconds = Math.round((Date.now() - began) / 1_000);
    process.stderr.write(`${title}: ${state}${seconds} s\n`);
    spoken = true;
  };
  let timer = setTimeout(() => {
    say('');
    timer = setInterval(say, intervalMs, '');
  }, quietMs);
  try {
    const result = await work();
    if (spoken) say('done in ');
    return result;
  } finally {
    clearTimeout(timer);
  }
}
