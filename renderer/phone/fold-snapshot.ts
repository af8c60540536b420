import type { Agent } from '../../contract/agent.js';
import type { Contact } from '../../contract/contact.js';
import { isUp, isVoice } from '../../contract/contact-state.js';
import type { Notice } from '../../contract/notice.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { mapAgent } from './agent-slice.js';
import { mapContact } from './contact-slice.js';
import { deriveNotice } from './derive-notice.js';
import { foldHealth } from './health.js';
import { keepSame } from './keep-same.js';
import { confirmStatus } from './pending.js';
import type { AgentReading } from './streams-reading.js';

/** What folding needs beside the reading. */
export interface FoldFacts {
  readonly customerNameAttributes: readonly string[];
  readonly clearedByUs: ReadonlySet<string>;
  /** Local clock in ms. */
  readonly nowMs: number;
}

/** Smaller drifts of the measured clock difference are noise of the network. */
const noticeableSkewMs = 250;

/** Folds what Streams says now into the snapshot; equal parts keep their identity. */
export function foldReading(previous: PhoneSnapshot, reading: AgentReading, facts: FoldFacts): PhoneSnapshot {
  const contacts = reading.contacts.flatMap((contact) => mapContact(contact, facts.customerNameAttributes) ?? []);
  const agent = mapAgent(reading, contacts);
  const serverNowMs = facts.nowMs + reading.serverAheadMs;
  const next: PhoneSnapshot = {
    ...previous,
    agent,
    contacts,
    muted: previous.muted && contacts.some((contact) => isTalkingStill(contact, previous)),
    health: foldHealth(previous.health, { kind: 'agentSeen' }),
    pending: confirmStatus(previous.pending, agent),
    notice:
      deriveNotice(previous, { agent, contacts }, facts.clearedByUs, serverNowMs) ??
      keepNotice(previous, agent, contacts),
    skewMs: steadySkew(previous.skewMs, -reading.serverAheadMs),
  };
  return keepSame(previous, next);
}

/** Whether this is a call that was up before as well: a mute belongs to its call. */
function isTalkingStill(contact: Contact, { contacts }: PhoneSnapshot): boolean {
  return (
    isVoice(contact) && isUp(contact) && contacts.some((other) => other.contactId === contact.contactId && isUp(other))
  );
}

/** What happened stays worth telling until something else happens; a missed contact stays until the agent has seen it. */
function keepNotice({ notice, ...before }: PhoneSnapshot, agent: Agent, contacts: readonly Contact[]): Notice | null {
  if (notice?.kind === 'missed') return notice;
  const same =
    before.agent?.availability.name === agent.availability.name && before.contacts.length === contacts.length;
  return same ? notice : null;
}

function steadySkew(previousMs: number, measuredMs: number): number {
  return Math.abs(measuredMs - previousMs) < noticeableSkewMs ? previousMs : Math.round(measuredMs);
}
