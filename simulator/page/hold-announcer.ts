/// <reference types="amazon-connect-streams" />
import type { SdkChannel } from './sdk-channel.js';

const namespace = 'aws.connect.voice';

/** Publishes hold and resume of each party on the SDK channel, as snapshots show them. */
export function announceHolds(contact: connect.Contact, channel: SdkChannel): void {
  const held = new Map<string, boolean>();
  contact.onRefresh(() => {
    for (const connection of contact.getConnections()) {
      const id = connection.getConnectionId();
      const isHeld = connection.isOnHold();
      const wasHeld = held.get(id);
      held.set(id, isHeld);
      if (wasHeld === undefined ? !isHeld : wasHeld === isHeld) continue;
      channel.publish(
        { namespace, key: isHeld ? 'voice/participantHold' : 'voice/participantResume', parameter: id },
        { contactId: contact.getContactId(), connectionId: id },
      );
    }
  });
}
