import type { Control } from '../control.js';

/** What became of a wish for Offline: `queued` is Offline when the contact is over; `changed` is false where it was so before. */
export interface OfflineOutcome {
  readonly state: 'offline' | 'queued';
  readonly changed: boolean;
}

/** Sets the agent at the simulator's desk Offline as a service of the customer's would: PutUserStatus at once or as next status. */
export function setOfflineBy(control: Pick<Control, 'state' | 'changeStatus'>): OfflineOutcome {
  const { status, statuses, nextStatus } = control.state();
  if (status.type === 'offline') return { state: 'offline', changed: false };
  const offline = statuses.find(({ type }) => type === 'offline')?.name ?? '';
  if (nextStatus === offline) return { state: 'queued', changed: false };
  control.changeStatus(offline);
  return { state: control.state().status.type === 'offline' ? 'offline' : 'queued', changed: true };
}
