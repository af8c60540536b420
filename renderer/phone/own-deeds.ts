import type { Command } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';

/** Notes what this phone asked for, as that will not have happened by itself. */
export function createOwnDeeds() {
  const clearedByUs = new Set<string>();
  const rejectedByUs = new Set<string>();
  const droppedByUs = new Set<string>();

  return {
    /** Ids of contacts, and for dropped parties of their connections. */
    noted: { clearedByUs, rejectedByUs, droppedByUs } as Readonly<
      Record<'clearedByUs' | 'rejectedByUs' | 'droppedByUs', ReadonlySet<string>>
    >,

    /** Notes a command; gives what forgets it again. */
    note(command: Command): () => void {
      const [deeds, id] =
        command.kind === 'clear'
          ? [clearedByUs, command.contactId]
          : command.kind === 'reject'
            ? [rejectedByUs, command.contactId]
            : command.kind === 'dropParty'
              ? [droppedByUs, command.connectionId]
              : [null, ''];
      deeds?.add(id);
      return () => void deeds?.delete(id);
    },

    /**
     * Forgets deeds on what is no longer there: Connect offers a declined contact again under its old id, and what happens
     * to it then is another matter.
     */
    forgetGone(contacts: readonly Contact[]): void {
      const there = new Set(contacts.flatMap((each) => [each.contactId, ...each.connections.map(idOf)]));
      for (const deeds of [clearedByUs, rejectedByUs, droppedByUs]) {
        for (const id of deeds) if (!there.has(id)) deeds.delete(id);
      }
    },
  };
}

const idOf = ({ connectionId }: Contact['connections'][number]): string => connectionId;
