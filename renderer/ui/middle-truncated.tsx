import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { splitMiddle } from './split-middle.js';
import { makeVisible } from './visible-text.js';

/**
 * One line that is cut in the middle when it does not fit. As long as it fits it is plain text; when it is cut, the two
 * parts are only seen, the whole text is what screen readers and the tooltip say.
 */
export function MiddleTruncated({ text }: { readonly text: string }) {
  const place = useRef<HTMLElement>(null);
  const [cut, setCut] = useState(false);
  const visible = makeVisible(text);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = (): void => setCut((wasCut) => isTooLong(element, wasCut));
    // Hears of the first size too, before it is painted; to ask for it here would lay the page out once more.
    const watcher = new ResizeObserver(measure);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [text]);
  if (!cut) {
    return (
      <bdi class="middle-truncated" ref={place}>
        {visible}
      </bdi>
    );
  }
  const { head, tail } = splitMiddle(visible);
  return (
    <bdi class="middle-truncated cut" ref={place} title={text}>
      <span class="whole">{visible}</span>
      <span class="head" aria-hidden="true">
        {head}
      </span>
      <span class="tail" aria-hidden="true">
        {tail}
      </span>
    </bdi>
  );
}

/** What is cut has room again when its first part is not shortened any more. */
function isTooLong(element: HTMLElement, wasCut: boolean): boolean {
  const part = wasCut ? element.querySelector('.head') : element;
  return part !== null && part.scrollWidth > part.clientWidth;
}
