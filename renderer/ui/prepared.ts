import { useRef } from 'preact/hooks';

/**
 * The key of a part that is drawn ahead, hidden: it stays when the part is shown and is another one when it is hidden
 * again, so that nothing of it, such as an open menu, comes back the next time.
 */
export function usePreparedKey(shown: boolean): number {
  const prepared = useRef({ shown, key: 0 }).current;
  if (prepared.shown && !shown) prepared.key += 1;
  prepared.shown = shown;
  return prepared.key;
}
