import type { Command, CommandFailure, CommandKind } from '../../contract/command.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';

/** What a command is carried out with. */
export interface CommandDeps {
  readonly agent: connect.Agent;
  readonly snapshot: PhoneSnapshot;
  /** The contact as Streams has it now, or null when it is gone. */
  findContact(contactId: string): connect.Contact | null;
  /** A quick connect as Streams gave it, or null when it is in no list that was read. */
  findEndpoint(endpointId: string): connect.Endpoint | null;
  /** The microphone's own mute, as Streams last confirmed it. */
  isMicrophoneMuted(): boolean;
  /** Resolves with null when Streams says the microphone is as wanted, else with a failure after `timeoutMs`. */
  awaitMuted(muted: boolean, timeoutMs: number): Promise<CommandFailure | null>;
}

/** Carries out commands of one kind; resolves with the failure or null and never rejects. */
export type CommandHandler<Kind extends CommandKind> = (
  command: Extract<Command, { readonly kind: Kind }>,
  deps: CommandDeps,
) => Promise<CommandFailure | null>;

/** The handlers of some kinds, as one file a family gives them. */
export type CommandFamily<Kind extends CommandKind> = { readonly [Each in Kind]: CommandHandler<Each> };
