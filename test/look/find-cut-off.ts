/** What holds its content: nothing in it may reach over its side. */
const BOXES = 'button, .card, .notice, .modal, .menu, .pill, .next-chip, .pending, .explanation';
/** Out of sight on purpose, wholly or, as the stroke before a fact, in part. */
const OUT_OF_SIGHT = '.folded, .only-read-out, .whole, .facts, iframe';
/** Fractions of a pixel are rounded differently by different parts. */
const tolerancePx = 1;

/** Tells what reaches over the side of the window or of the box it is in, one line each. */
export function findCutOff(): readonly string[] {
  const shown = [...document.body.querySelectorAll<HTMLElement>('*')].filter(isShown);
  const overWindow = shown.filter((each) => reachesOver(each, 0, window.innerWidth));
  const overBox = shown.filter((each) => {
    const box = each.parentElement?.closest<HTMLElement>(BOXES);
    // A menu opens over what it belongs to.
    if (!box || each.matches('.menu')) return false;
    const { left, right } = box.getBoundingClientRect();
    return reachesOver(each, left, right);
  });
  return [...new Set([...overWindow, ...overBox])].map(
    (each) => `cut off: ${each.tagName.toLowerCase()}.${each.className} ${(each.textContent ?? '').slice(0, 40)}`,
  );
}

function isShown(element: HTMLElement): boolean {
  return element instanceof HTMLElement && element.closest(OUT_OF_SIGHT) === null && element.checkVisibility();
}

function reachesOver(element: HTMLElement, left: number, right: number): boolean {
  const place = element.getBoundingClientRect();
  return place.width > 0 && (place.left < left - tolerancePx || place.right > right + tolerancePx);
}
