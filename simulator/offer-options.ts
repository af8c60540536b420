import type { Channel } from './contact.js';

/** A contact to offer. Whatever is left out comes from a customer dealt from the list. */
export interface OfferOptions {
  /** A name from the list of customers, or any other name for somebody new. */
  readonly customer?: string;
  /** Replaces the customer's attributes. */
  readonly attributes?: Readonly<Record<string, string>>;
  /** Name or ARN of a queue of the instance. */
  readonly queue?: string;
  /** Any text, as the network shows it; null withholds the number. */
  readonly phoneNumber?: string | null;
  /** `voice` unless given. */
  readonly channel?: Channel;
  /** Time the customer has waited in the queue. */
  readonly waitedMs?: number;
  /** Subject and text of a task or an e-mail; the customer's reason unless given. */
  readonly description?: string;
  /** Lets a call in while the agent is on another one, which goes on hold when the second is accepted. */
  readonly interrupts?: boolean;
}

/** Another agent's call to listen to. */
export interface MonitorOptions {
  /** Name of the agent who talks; 'Grace Hopper' unless given. */
  readonly agent?: string;
  readonly customer?: string;
}

export interface ReadOnlyContactOptions {
  readonly channel: 'chat' | 'task' | 'email';
  readonly customer?: string;
  readonly attributes?: Readonly<Record<string, string>>;
  readonly queue?: string;
}
