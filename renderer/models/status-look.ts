import type { Activity, AgentStatusType } from '../../contract/agent.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { Shape, Tone } from '../ui/status-shape.js';

export interface Look {
  readonly shape: Shape;
  readonly tone: Tone;
}

/** How a status looks. Its type decides, as names differ from customer to customer. */
export function lookOfStatus(type: AgentStatusType | null): Look {
  if (type === 'routable') return { shape: 'filled', tone: 'available' };
  if (type === 'offline') return { shape: 'ring', tone: 'off' };
  return { shape: 'half', tone: 'off' };
}

/** How an activity looks. */
export function lookOfActivity(activity: Activity): Look {
  switch (activity) {
    case 'ringing':
      return { shape: 'filled', tone: 'available' };
    case 'onContact':
      return { shape: 'filled', tone: 'contact' };
    case 'afterContactWork':
      return { shape: 'half', tone: 'waiting' };
    case 'error':
      return { shape: 'triangle', tone: 'bad' };
    default:
      return { shape: 'ring', tone: 'off' };
  }
}

const rings: Look = { shape: 'filled', tone: 'available' };
const talks: Look = { shape: 'filled', tone: 'contact' };
const waits: Look = { shape: 'half', tone: 'waiting' };
const failed: Look = { shape: 'triangle', tone: 'bad' };
const begins: Look = { shape: 'half', tone: 'contact' };

/** How the state of a contact looks; equal looks are the same. */
export function lookOfContact(contact: Contact): Look {
  if (isRinging(contact)) return rings;
  switch (contact.state) {
    case 'connected':
      return talks;
    case 'onHold':
    case 'paused':
    case 'ended':
      return waits;
    case 'missed':
    case 'error':
    case 'rejected':
      return failed;
    default:
      return begins;
  }
}
