import { type AgentStatus, defineStatuses, type StatusOption } from './agent-status.js';
import { isLive, isUnanswered } from './contact.js';
import type { Desk } from './desk.js';
import { instance } from './instance.js';
import { Refusal } from './refusal.js';

function findStatus(desk: Desk, wanted: { readonly arn: string | null; readonly name: string }): AgentStatus {
  const found = desk.state.statuses.find(({ arn, name }) =>
    wanted.arn === null ? name === wanted.name : arn === wanted.arn,
  );
  if (!found) throw new Refusal('InvalidParameterException', `There is no agent status ${wanted.name}`);
  return found;
}

/**
 * The agent chooses a status. With `enqueue` and a contact at the desk it becomes the next status, applied once the desk
 * is empty; a routable one only takes the next status back. Without `enqueue` a live contact is a Refusal
 * (InvalidStateException), while contacts that are over are cleared. An error state such as MissedCallAgent ends either way.
 */
export function chooseStatus(
  desk: Desk,
  wanted: { readonly arn: string | null; readonly name: string },
  enqueue: boolean,
): void {
  const status = findStatus(desk, wanted);
  const waits = desk.state.contacts.some((contact) => !isUnanswered(contact));
  if (enqueue && waits) {
    enqueueStatus(desk, status);
    return;
  }
  if (desk.state.contacts.some(isLive)) {
    throw new Refusal('InvalidStateException', `Cannot go ${status.name} now: there is a live contact`);
  }
  desk.change((state) => {
    state.contacts = [];
    state.next = null;
    if (state.chosen.arn === status.arn) return;
    state.chosen = status;
    state.chosenSinceMs = desk.clock.now();
  });
}

function enqueueStatus(desk: Desk, status: AgentStatus): void {
  if (desk.state.next?.status.arn === status.arn) return;
  desk.change((state) => {
    state.next = status.type === 'routable' ? null : { status, enqueuedAtMs: desk.clock.now() };
  });
}

/** An administrator replaces the list of statuses; a chosen status that is gone becomes the first offline one. */
export function setStatuses(desk: Desk, options: readonly StatusOption[]): void {
  const statuses = defineStatuses(options, instance.arn);
  const offline = statuses.find(({ type }) => type === 'offline');
  desk.change((state) => {
    const kept = statuses.find(({ name }) => name === state.chosen.name) ?? offline ?? state.chosen;
    if (kept.name !== state.chosen.name) state.chosenSinceMs = desk.clock.now();
    state.statuses = statuses;
    state.chosen = kept;
    const next = state.next && statuses.find(({ name }) => name === state.next?.status.name);
    state.next = state.next && next ? { ...state.next, status: next } : null;
  });
}
