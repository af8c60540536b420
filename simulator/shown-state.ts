import type { AgentStatus } from './agent-status.js';
import { type Contact, dialsOut, isVoice } from './contact.js';

/** What Streams' `agent.getState()` shows: the chosen status, or what the agent is busy with. */
export interface ShownState {
  readonly arn: string | null;
  readonly name: string;
  readonly type: string;
}

// Names recorded in the test fixtures of Streams 2.28.2; `Busy` is our reading, no fixture holds a talking agent.
const busy: ShownState = { arn: null, name: 'Busy', type: 'system' };
const pendingBusy: ShownState = { arn: null, name: 'PendingBusy', type: 'system' };
const pending: ShownState = { arn: null, name: 'Pending', type: 'not_routable' };
const callingCustomer: ShownState = { arn: null, name: 'CallingCustomer', type: 'system' };
const afterCallWork: ShownState = { arn: null, name: 'AfterCallWork', type: 'system' };
const missedCallAgent: ShownState = { arn: null, name: 'MissedCallAgent', type: 'error' };
const failedConnectAgent: ShownState = { arn: null, name: 'FailedConnectAgent', type: 'error' };
const failedConnectCustomer: ShownState = { arn: null, name: 'FailedConnectCustomer', type: 'error' };

function showContact(contact: Contact): ShownState {
  switch (contact.state) {
    case 'incoming':
    case 'pending':
      return pending;
    case 'connecting':
      return dialsOut(contact) ? callingCustomer : pendingBusy;
    case 'connected':
    case 'paused':
      return busy;
    case 'ended':
      return afterCallWork;
    case 'missed':
    case 'rejected':
      return missedCallAgent;
    case 'error':
      return contact.initiation === 'outbound' ? failedConnectCustomer : failedConnectAgent;
  }
}

/** With several contacts the liveliest decides. */
const precedence: readonly ShownState[] = [
  busy,
  pendingBusy,
  callingCustomer,
  pending,
  afterCallWork,
  missedCallAgent,
  failedConnectAgent,
  failedConnectCustomer,
];

/** Derives the shown state: voice before other channels, the chosen status when nothing is at the desk. */
export function showState(desk: { readonly chosen: AgentStatus; readonly contacts: readonly Contact[] }): ShownState {
  const voice = desk.contacts.filter(isVoice);
  const shown = (voice.length > 0 ? voice : desk.contacts).map(showContact);
  return precedence.find((state) => shown.includes(state)) ?? desk.chosen;
}
