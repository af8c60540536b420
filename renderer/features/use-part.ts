import { computed } from '@preact/signals';
import { useMemo } from 'preact/hooks';
import type { AvailableActions } from '../../contract/actions.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { useScreen } from './screen-context.js';

const once: readonly unknown[] = [];

/**
 * A part of what the phone is now. Who asks for it is drawn anew when that part differs, and not with each snapshot:
 * equal parts of a snapshot keep their identity. `read` may depend on nothing but what it is given.
 */
export function usePart<Part>(read: (snapshot: PhoneSnapshot, actions: AvailableActions) => Part): Part {
  const { phone, actions } = useScreen();
  // Unlike `useComputed`, which takes over what it is given at each drawing.
  return useMemo(() => computed(() => read(phone.snapshot.value, actions.value)), once).value;
}
