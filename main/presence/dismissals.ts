import type { Dismissal } from './gate-state.js';
import type { Presence } from './presence.js';

/**
 * What may be got out of the way of a leaving: a ring is rejected, since nobody will answer it; a contact that is over is
 * cleared; a call is ended, or left to the others on it, only when the agent
 * chose that.
 */
export function dismissalsOf(presence: Presence, endsCalls: boolean): readonly Dismissal[] {
  const each = (kind: Dismissal['kind'], contactIds: readonly string[]): readonly Dismissal[] =>
    contactIds.map((contactId) => ({ kind, contactId }));
  return [
    ...each('reject', presence.ringingContactIds),
    ...each('hangUp', endsCalls ? presence.callContactIds : []),
    ...each('leave', endsCalls ? presence.sharedCallContactIds : []),
    ...each('clear', presence.overContactIds),
  ];
}
