import type { Agent } from '../../contract/agent.js';
import type { Contact } from '../../contract/contact.js';
import type { Notice } from '../../contract/notice.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { errorNameOf, mapAgent } from './agent-slice.js';
import { mapContact } from './contact-slice.js';
import { deriveNotice, type OwnDeeds } from './derive-notice.js';
import { foldHealth } from './health.js';
import { keepSame } from './keep-same.js';
import { isAgentMuted } from './mute-truth.js';
import { confirmStatus } from './pending.js';
import type { AgentReading } from './streams-reading.js';

/** What folding needs beside the reading. */
export interface FoldFacts extends OwnDeeds {
  readonly customerNameAttributes: readonly string[];
  readonly rejectedByUs: ReadonlySet<string>;
  /** The microphone's own mute. */
  readonly microphoneMuted: boolean;
  /** Local clock in ms. */
  readonly nowMs: number;
}

/** Smaller drifts of the measured clock difference are noise of the network. */
const noticeableSkewMs = 250;

/** Folds what Streams says now into the snapshot; equal parts keep their identity. */
export function foldReading(previous: PhoneSnapshot, reading: AgentReading, facts: FoldFacts): PhoneSnapshot {
  const serverNowMs = facts.nowMs + reading.serverAheadMs;
  const { customerNameAttributes, rejectedByUs } = facts;
  const agentErrorName = errorNameOf(reading);
  const contacts = reading.contacts.flatMap((contact) => {
    const before = previous.contacts.find((other) => other.contactId === contact.contactId);
    return (
      mapContact(contact, { customerNameAttributes, rejectedByUs, agentErrorName, nowMs: serverNowMs, before }) ?? []
    );
  });
  const agent = mapAgent(reading, contacts);
  const next: PhoneSnapshot = {
    ...previous,
    agent,
    contacts,
    muted: isAgentMuted(facts.microphoneMuted, previous.contacts, contacts),
    health: foldHealth(previous.health, { kind: 'agentSeen' }),
    pending: confirmStatus(previous.pending, agent),
    notice: deriveNotice(previous, { agent, contacts }, facts, serverNowMs) ?? keepNotice(previous, agent, contacts),
    skewMs: steadySkew(previous.skewMs, -reading.serverAheadMs),
  };
  return keepSame(previous, next);
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
