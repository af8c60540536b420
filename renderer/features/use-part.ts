import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { AvailableActions } from '../../contract/actions.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { useScreen } from './screen-context.js';

const once: readonly unknown[] = [];

/**
 * What `read` makes of signals. Who asks for it is drawn anew when that differs, and not with each change of a signal.
 * Whatever else `read` depends on stands in `inputs`.
 */
export function useDerived<Value>(read: () => Value, inputs = once): Value {
  // Unlike `useComputed`, which takes over what it is given at each drawing.
  return useMemo(() => computed(read), inputs).value;
}

/** As `useDerived`, for a list; one with the same items is the same list. */
export function useDerivedList<Item>(read: () => readonly Item[]): readonly Item[] {
  return useMemo(() => {
    let list: readonly Item[] = [];
    return computed(() => {
      const next = read();
      if (next.length !== list.length || next.some((item, place) => item !== list[place])) list = next;
      return list;
    });
  }, once).value;
}

/**
 * A part of what the phone is now. Who asks for it is drawn anew when that part differs, and not with each snapshot:
 * equal parts of a snapshot keep their identity. `read` may depend on nothing but what it is given.
 */
export function usePart<Part>(read: (snapshot: PhoneSnapshot, actions: AvailableActions) => Part): Part {
  const { phone, actions } = useScreen();
  return useDerived(() => read(phone.snapshot.value, actions.value));
}
