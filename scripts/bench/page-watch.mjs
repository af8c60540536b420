/// <reference types="amazon-connect-streams" />
/*
 * Functions that run in a measured page. Each goes there as text and therefore stands alone. They read the page as any
 * reader would, by its text and roles, so that the bare page and every version of the app can be asked the same.
 */

/** Where a page shows the agent's status: the bare page's one text, or the app's first menu button. */
export const statusPlace = '#state, [aria-haspopup="menu"]';
export const wholePage = 'body';

/** @typedef {{ changedMs: number, paintedMs: number }} Shown moments of `performance.now()` */
/** @typedef {{ paints: number, batches: number }} PaintCount */
/**
 * @typedef {object} Bench what these functions keep in the page
 * @property {Promise<Shown>} [shown]
 * @property {PaintCount} [count]
 * @property {() => void} [letIdleWork]
 */
/** @typedef {typeof globalThis & { bench: Bench }} Watched */

/**
 * Resolves when the page shows a text; rejects after the limit.
 *
 * @param {string} selector
 * @param {string} text
 * @param {number} limitMs
 * @returns {Promise<void>}
 */
export function awaitText(selector, text, limitMs) {
  return new Promise((resolve, reject) => {
    const shown = () => document.querySelector(selector)?.textContent ?? '';
    if (shown().includes(text)) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`The page does not show ${text}, but ${shown().slice(0, 300)}`));
    }, limitMs);
    const observer = new MutationObserver(() => {
      if (!shown().includes(text)) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * Resolves when the page no longer shows a text and that has been painted; rejects after the limit. A page that is hidden
 * paints nothing, so that there only the text is awaited.
 *
 * @param {string} text
 * @param {number} limitMs
 * @returns {Promise<void>}
 */
export function awaitGone(text, limitMs) {
  return new Promise((resolve, reject) => {
    const isThere = () => (document.body.textContent ?? '').includes(text);
    const settle = () => {
      const over = new AbortController();
      const end = () => {
        // A listener left behind keeps this function's whole text, once for each contact of a soak.
        over.abort();
        resolve();
      };
      if (document.hidden) end();
      document.addEventListener('visibilitychange', end, { signal: over.signal });
      requestAnimationFrame(() => requestAnimationFrame(end));
    };
    if (!isThere()) {
      settle();
      return;
    }
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`The page still shows ${text}`));
    }, limitMs);
    const observer = new MutationObserver(() => {
      if (isThere()) return;
      observer.disconnect();
      clearTimeout(timer);
      settle();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * Notes the moment a text enters the page and the moment the frame with it is done; `readShown` gives both.
 *
 * @param {string} text
 */
export function watchFor(text) {
  const watched = /** @type {Watched} */ (globalThis);
  watched.bench ??= {};
  watched.bench.shown = new Promise((resolve) => {
    // What was changed and not the whole page: a page with more text must not be slower for being watched.
    const observer = new MutationObserver((records) => {
      const holds = (/** @type {Node} */ node) => (node.textContent ?? '').includes(text);
      if (!records.some(({ target, addedNodes }) => [...addedNodes, target].some(holds))) return;
      observer.disconnect();
      const changedMs = performance.now();
      requestAnimationFrame(() => {
        // A message posted before the frame's style, layout and paint is delivered after them.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve({ changedMs, paintedMs: performance.now() });
        port2.postMessage(null);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  });
}

/**
 * Resolves when what `watchFor` watches for has been painted; rejects after the limit.
 *
 * @param {number} limitMs
 * @returns {Promise<Shown>}
 */
export function readShown(limitMs) {
  const { shown } = /** @type {Watched} */ (globalThis).bench;
  const late = new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error(`Not painted within ${limitMs} ms`)), limitMs);
  });
  return /** @type {Promise<Shown>} */ (Promise.race([shown, late]));
}

/**
 * Starts to count changes of the page and the frames that paint any; clocks do not count, they change by themselves.
 */
export function startCounting() {
  const watched = /** @type {Watched} */ (globalThis);
  watched.bench ??= {};
  /** @type {PaintCount} */
  const count = { paints: 0, batches: 0 };
  watched.bench.count = count;
  let framePending = false;
  /** @param {Node} node */
  const isClock = (node) => (node instanceof Element ? node : node.parentElement)?.closest('[role="timer"]') != null;
  const observer = new MutationObserver((records) => {
    if (records.every(({ target }) => isClock(target))) return;
    count.batches += 1;
    if (framePending) return;
    framePending = true;
    requestAnimationFrame(() => {
      framePending = false;
      count.paints += 1;
    });
  });
  observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
}

/**
 * Lets two more frames pass, in which a late change would be painted, and gives the counts so far.
 *
 * @returns {Promise<PaintCount>}
 */
export function readCounts() {
  return new Promise((resolve) => {
    const { count = { paints: 0, batches: 0 } } = /** @type {Watched} */ (globalThis).bench ?? {};
    requestAnimationFrame(() => requestAnimationFrame(() => resolve({ ...count })));
  });
}

/**
 * Presses a button or chooses an item of a menu by what it shows, and says when. The click is the page's own: all of its
 * handlers run as for a finger, and the browser's way from the finger to the page is the same for every page.
 *
 * @param {string} role
 * @param {string} label
 * @returns {number} `performance.now()` of the click
 */
export function press(role, label) {
  const all = [...document.querySelectorAll(role === 'button' ? 'button' : `[role="${role}"]`)];
  const found = all.find((each) => each.textContent?.trim() === label);
  if (!(found instanceof HTMLElement))
    throw new Error(`No ${role} ${label} among ${all.map((each) => each.textContent)}`);
  const clickedMs = performance.now();
  found.click();
  return clickedMs;
}

/**
 * Opens the menu of the agent's status.
 *
 * @param {string} selector
 */
export function openStatusMenu(selector) {
  const button = document.querySelector(selector);
  if (!(button instanceof HTMLElement)) throw new Error('The page has no status menu');
  button.click();
}

/**
 * Sets the status by Streams alone, as a page without a button would, and says when.
 *
 * @param {string} name
 * @returns {number} `performance.now()` of the call
 */
export function setStatusDirectly(name) {
  const agent = new connect.Agent();
  const status = agent.getAgentStates().find((each) => each.name === name);
  if (!status) throw new Error(`No status ${name}`);
  const calledMs = performance.now();
  agent.setState(status);
  return calledMs;
}

/**
 * Resolves when a button can be pressed; rejects after the limit.
 *
 * @param {string} label
 * @param {number} limitMs
 * @returns {Promise<void>}
 */
export function awaitButton(label, limitMs) {
  return new Promise((resolve, reject) => {
    const isThere = () =>
      [...document.querySelectorAll('button')].some((each) => each.textContent?.trim() === label && !each.disabled);
    if (isThere()) {
      resolve();
      return;
    }
    const timer = setTimeout(() => {
      observer.disconnect();
      reject(new Error(`The page has no button ${label}`));
    }, limitMs);
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
  });
}

/**
 * Accepts a contact by Streams alone, and says when.
 *
 * @param {string} contactId
 * @returns {number} `performance.now()` of the call
 */
export function acceptDirectly(contactId) {
  const contact = new connect.Agent().getContacts().find((each) => each.getContactId() === contactId);
  if (!contact) throw new Error(`No contact ${contactId}`);
  const calledMs = performance.now();
  contact.accept();
  return calledMs;
}

/**
 * Clears a contact by Streams alone.
 *
 * @param {string} contactId
 * @returns {Promise<void>}
 */
export function clearDirectly(contactId) {
  return new Promise((resolve, reject) => {
    const contact = new connect.Agent().getContacts().find((each) => each.getContactId() === contactId);
    if (!contact) throw new Error(`No contact ${contactId}`);
    contact.clear({ success: () => resolve(), failure: () => reject(new Error('Not cleared')) });
  });
}

/**
 * Calls a number into a call by Streams alone; resolves when Connect has taken it.
 *
 * @param {string} contactId
 * @param {string} phoneNumber
 * @returns {Promise<void>}
 */
export function addPartyDirectly(contactId, phoneNumber) {
  return new Promise((resolve, reject) => {
    const contact = new connect.Agent().getContacts().find((each) => each.getContactId() === contactId);
    if (!contact) throw new Error(`No contact ${contactId}`);
    const endpoint = connect.Endpoint.byPhoneNumber(phoneNumber);
    contact.addConnection(endpoint, { success: () => resolve(), failure: () => reject(new Error('Not added')) });
  });
}

/**
 * Puts a text into a field as typing does; resolves with how many frames passed until the page changed and the frame with
 * it was drawn.
 *
 * @param {string} selector
 * @param {string} text
 * @returns {Promise<number>}
 */
export function typeInto(selector, text) {
  const field = document.querySelector(selector);
  if (!(field instanceof HTMLInputElement)) throw new Error('The page has no such field');
  return new Promise((resolve) => {
    let frames = 0;
    let drawnIn = 0;
    const observer = new MutationObserver((records) => {
      const isClock = (/** @type {Node} */ node) =>
        (node instanceof Element ? node : node.parentElement)?.closest('[role="timer"], .timeline') != null;
      if (records.some(({ target }) => !isClock(target))) drawnIn = frames + 1;
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    // Three frames: the one of the change, and two in which what came late would be seen.
    const next = () => {
      frames += 1;
      if (frames < 4) requestAnimationFrame(next);
      else {
        observer.disconnect();
        resolve(drawnIn);
      }
    };
    requestAnimationFrame(() => {
      const setter = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
      setter?.call(field, text);
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      requestAnimationFrame(next);
    });
  });
}

/** @typedef {{ setLogRollInterval(ms: number): void, pushClientSideLogsDownstream(): void }} StreamsLog */

/**
 * Sets two clocks of Streams' log, which its types leave out: how long a line is kept, once to twice this time, and how
 * often up to 500 of those for Connect are sent there; null where the page is not the one that sends them. Streams' own
 * clock for the latter goes on beside it.
 *
 * @param {number} rollMs
 * @param {number | null} sendMs
 */
export function setLogClocks(rollMs, sendMs) {
  const log = /** @type {StreamsLog} */ (/** @type {unknown} */ (connect.getLog()));
  log.setLogRollInterval(rollMs);
  if (sendMs !== null) setInterval(() => log.pushClientSideLogsDownstream(), sendMs);
}

/** Keeps what the page puts off until it is idle from being done, so that a reading contains none of it. */
export function holdIdleWork() {
  const watched = /** @type {Watched} */ (globalThis);
  watched.bench ??= {};
  const { requestIdleCallback: request } = watched;
  /** @type {Parameters<typeof requestIdleCallback>[]} */
  const held = [];
  watched.requestIdleCallback = (...args) => held.push(args);
  watched.bench.letIdleWork = () => {
    watched.requestIdleCallback = request;
    for (const args of held) request(...args);
  };
}

/** Ends that. */
export function letIdleWork() {
  const { bench } = /** @type {Watched} */ (globalThis);
  bench.letIdleWork?.();
}
