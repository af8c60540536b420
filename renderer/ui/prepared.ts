import { computed, type ReadonlySignal } from '@preact/signals';
import { useMemo } from 'preact/hooks';

/**
 * The key of a part that is drawn ahead, hidden: it stays when the part is shown and is another one when it is hidden
 * again, so that nothing of it, such as an open menu, comes back the next time.
 */
export function usePreparedKey(shown: ReadonlySignal<boolean>): number {
  return useMemo(() => {
    let wasShown = false;
    let key = 0;
    return computed(() => {
      if (wasShown && !shown.value) key += 1;
      wasShown = shown.value;
      return key;
    });
  }, []).value;
}
