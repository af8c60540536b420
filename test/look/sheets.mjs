/** CLDR's name for a pseudo-language of long words; the gallery shows stretched English for it. */
export const stretchedLocale = 'en-XA';

/**
 * The ways each look is looked at: theme, language and size. `only` names the looks a sheet is limited to.
 * @typedef {object} Sheet
 * @property {string} name
 * @property {'light' | 'dark'} theme
 * @property {string} locale
 * @property {{ readonly width: number, readonly height: number }} size
 * @property {'active' | 'none'} [forcedColors]
 * @property {readonly string[]} [only]
 * @property {'card' | 'strip'} [surface] the small window instead of the phone's
 */

const usual = { width: 1080, height: 720 };
const narrow = { width: 320, height: 640 };
const half = { width: 480, height: 720 };
const wide = { width: 1600, height: 900 };
/** What is left of the usual window at 200 %. */
const zoomed = { width: 540, height: 360 };
const card = { width: 360, height: 148 };
const strip = { width: 320, height: 64 };
const someContacts = ['idle', 'ringing', 'connected', 'wrap-next', 'many-contacts', 'attributes-many'];
const someStrips = ['status-long', 'status-long-failed', 'next-failed', 'long-name', 'first-run-every-field'];

/** @type {readonly Sheet[]} */
export const sheets = [
  { name: 'light', theme: 'light', locale: 'en', size: usual },
  { name: 'dark', theme: 'dark', locale: 'en', size: usual },
  { name: 'forced', theme: 'light', locale: 'en', size: usual, forcedColors: 'active' },
  { name: 'narrow', theme: 'light', locale: 'en', size: narrow },
  { name: 'wide', theme: 'dark', locale: 'en', size: wide },
  { name: 'zoomed', theme: 'light', locale: 'en', size: zoomed },
  { name: 'german', theme: 'light', locale: 'de', size: usual },
  { name: 'german-narrow', theme: 'dark', locale: 'de', size: narrow },
  { name: 'stretched', theme: 'light', locale: stretchedLocale, size: usual },
  { name: 'stretched-narrow', theme: 'light', locale: stretchedLocale, size: narrow },
  { name: 'half', theme: 'light', locale: 'de', size: half, only: [...someContacts, ...someStrips] },
  { name: 'card', surface: 'card', theme: 'light', locale: 'en', size: card },
  { name: 'card-german', surface: 'card', theme: 'dark', locale: 'de', size: card },
  { name: 'card-stretched', surface: 'card', theme: 'light', locale: stretchedLocale, size: card },
  { name: 'card-forced', surface: 'card', theme: 'light', locale: 'en', size: card, forcedColors: 'active' },
  { name: 'strip', surface: 'strip', theme: 'light', locale: 'en', size: strip },
  { name: 'strip-german', surface: 'strip', theme: 'dark', locale: 'de', size: strip },
  { name: 'strip-stretched', surface: 'strip', theme: 'light', locale: stretchedLocale, size: strip },
];

/**
 * Whether a sheet has a look.
 * @param {Sheet} sheet @param {string} name @param {import('./looks/look.js').Look | undefined} look
 */
export function hasLook({ size, only, surface }, name, look) {
  if (surface !== look?.surface) return false;
  return (only?.includes(name) ?? true) && (size === narrow || look?.narrowOnly !== true);
}

/**
 * Gives the window the sheet's size and colours.
 * @param {import('@playwright/test').Page} page @param {Sheet} sheet
 */
export async function takeUp(page, { size, theme, forcedColors }) {
  await page.setViewportSize(size);
  // What appears slowly would be examined half there.
  await page.emulateMedia({ colorScheme: theme, forcedColors: forcedColors ?? 'none', reducedMotion: 'reduce' });
}
