import type { Agent, AgentStatusType } from '../../contract/agent.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What the agent does, as a picture; `muted` is a contact that does not hear the agent. */
export type ActivityLook = Agent['activity'] | 'muted';
type AgentLook = 'nobody' | 'trouble' | `${ActivityLook}-${AgentStatusType}`;
/** A picture of assets/tray. What the agent does and what the agent chose are two parts of it. */
export type TrayLook = AgentLook | `${AgentLook}-missed`;

/** The picture of a snapshot. `reached`: a page of the phone is there and tells. */
export function trayLook(snapshot: PhoneSnapshot, missed: number, reached: boolean): TrayLook {
  const look = agentLook(snapshot, reached);
  return missed === 0 ? look : `${look}-missed`;
}

function agentLook({ agent, health, muted }: PhoneSnapshot, reached: boolean): AgentLook {
  if (agent === null) return 'nobody';
  if (!reached || health.phase === 'trouble') return 'trouble';
  const activity = agent.activity === 'onContact' && muted ? 'muted' : agent.activity;
  // A status of no type is in no list, so nothing is routed to it.
  return `${activity}-${agent.availability.type ?? 'notRoutable'}`;
}

/** What an icon stands on, which decides its colours. */
export type TrayGround = 'template' | 'on-light' | 'on-dark';

/**
 * The ground of the tray. macOS colours a template itself. The bar of GNOME is dark whatever the theme says; elsewhere it
 * follows the system.
 */
export function trayGround(platform: NodeJS.Platform, desktop: string | undefined, systemIsDark: boolean): TrayGround {
  if (platform === 'darwin') return 'template';
  const hasDarkBar = desktop?.split(':').some((name) => name === 'GNOME' || name === 'Unity') ?? false;
  return systemIsDark || hasDarkBar ? 'on-dark' : 'on-light';
}
