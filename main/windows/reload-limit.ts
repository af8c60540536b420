import { createRateLimit } from '../app/rate-limit.js';

const maxReloads = 3;
const windowMs = 10 * 60_000;

/** Says whether the page may be reloaded once more: three times in ten minutes, as a page that dies at each start would loop. */
export const createReloadLimit = (): ((nowMs: number) => boolean) => createRateLimit(maxReloads, windowMs);
