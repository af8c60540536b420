import { WebSocket } from 'ws';

/*
 * A page driven over the DevTools protocol (https://chromedevtools.github.io/devtools-protocol/). Not over Playwright,
 * which starts Electron with switches of its own and attaches to every frame: what is measured would not be what ships.
 */

const answerLimitMs = 30_000;

/** @typedef {Awaited<ReturnType<typeof openDevTools>>} DevTools */

const lookPauseMs = 100;

/**
 * Finds the page of a browser with this address, which may still be on its way.
 *
 * @param {number} port
 * @param {string} address
 * @param {number} limitMs
 * @param {'page' | 'iframe'} kind
 */
async function findPage(port, address, limitMs, kind) {
  for (const endMs = Date.now() + limitMs; ; ) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/list`);
    const targets = /** @type {{ type: string, url: string, webSocketDebuggerUrl: string }[]} */ (await answer.json());
    const page = targets.find(({ type, url }) => type === kind && url.split(/[?#]/, 1)[0] === address);
    if (page) return page;
    const others = targets.map(({ url }) => url).join(', ') || 'no pages';
    if (Date.now() >= endMs) throw new Error(`No page at ${address} among ${others}`);
    await new Promise((resolve) => setTimeout(resolve, lookPauseMs));
  }
}

/**
 * Connects to a page of a browser.
 *
 * @param {number} port of the browser's remote debugging
 * @param {string} origin
 * @param {string} [path]
 * @param {number} [limitMs] how long the page may take to come
 * @param {'page' | 'iframe'} [kind] a frame of another site than its page's has a process and a connection of its own
 */
export async function openDevTools(port, origin, path = '/', limitMs = 0, kind = 'page') {
  const page = await findPage(port, `${origin}${path}`, limitMs, kind);
  const socket = new WebSocket(page.webSocketDebuggerUrl);
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject));
  /** @type {Map<number, (message: { result?: unknown, error?: { message: string } }) => void>} */
  const waiting = new Map();
  let lastId = 0;
  socket.on('message', (data) => {
    const message = JSON.parse(String(data));
    waiting.get(message.id)?.(message);
    waiting.delete(message.id);
  });

  /**
   * @param {string} method
   * @param {Record<string, unknown>} [params]
   * @returns {Promise<unknown>}
   */
  function send(method, params = {}) {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => settle({ error: { message: 'no answer in time' } }), answerLimitMs);
      /** @param {{ result?: unknown, error?: { message: string } }} message */
      function settle({ result, error }) {
        clearTimeout(timer);
        waiting.delete(id);
        if (error) reject(new Error(`${method}: ${error.message}`));
        else resolve(result);
      }
      waiting.set(id, settle);
      socket.send(JSON.stringify({ id, method, params }));
    });
  }

  /**
   * Runs a function in the page with these arguments and resolves with what it returns, all as JSON. It must stand alone:
   * nothing around it goes along.
   *
   * @template {readonly unknown[]} Arguments
   * @template Result
   * @param {(...args: Arguments) => Result | Promise<Result>} work
   * @param {Arguments} args
   * @returns {Promise<Result>}
   */
  async function evaluate(work, ...args) {
    const expression = `(${work})(...${JSON.stringify(args)})`;
    const answer = await send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true });
    const { result, exceptionDetails } =
      /** @type {{ result: { value: Result }, exceptionDetails?: { exception?: { description?: string } } }} */ (
        answer
      );
    if (exceptionDetails) throw new Error(`In the page: ${exceptionDetails.exception?.description ?? 'an error'}`);
    return result.value;
  }

  /**
   * Chromium's own account of the page, by name. Durations are seconds of processor time of the page's main thread, which
   * does not grow when others use the processor.
   *
   * @returns {Promise<Record<string, number>>}
   */
  async function metrics() {
    const answer = /** @type {{ metrics: { name: string, value: number }[] }} */ (await send('Performance.getMetrics'));
    return Object.fromEntries(answer.metrics.map(({ name, value }) => [name, value]));
  }

  await send('Performance.enable');
  /** The page's `performance.now()` counts from here on the clock of `monotonicMs`. */
  const { NavigationStart = Number.NaN } = await metrics();
  const beganMs = NavigationStart * 1_000;
  await send('Performance.disable');
  await send('Performance.enable', { timeDomain: 'threadTicks' });
  return {
    evaluate,
    metrics,
    /** @param {number} nowMs what `performance.now()` said in the page */
    toMonotonicMs: (nowMs) => beganMs + nowMs,
    close: () => socket.terminate(),
  };
}

/** The machine's own clock, which Chromium's times of a page and Node's share on Linux (CLOCK_MONOTONIC). */
export function monotonicMs() {
  return Number(process.hrtime.bigint()) / 1e6;
}
