import { useComputed } from '@preact/signals';
import type { AvailableActions } from '../../contract/actions.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { useScreen } from './screen-context.js';

/**
 * A part of what the phone is now. Who asks for it is drawn anew when that part differs, and not with each snapshot:
 * equal parts of a snapshot keep their identity. `read` may depend on nothing but what it is given.
 */
export function usePart<Part>(read: (snapshot: PhoneSnapshot, actions: AvailableActions) => Part): Part {
  const { phone, actions } = useScreen();
  return useComputed(() => read(phone.snapshot.value, actions.value)).value;
}
