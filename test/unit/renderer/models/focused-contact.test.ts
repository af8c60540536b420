import { describe, expect, it } from 'vitest';
import { chooseContact, type Focus, followContacts, noFocus } from '../../../../renderer/models/focused-contact.js';
import { buildContact } from '../../contract/build-snapshot.js';

const talk = buildContact({ contactId: 'talk' });
const ring = buildContact({ contactId: 'ring', state: 'connecting' });
const wrap = buildContact({ contactId: 'wrap', state: 'ended' });
const chat = buildContact({ contactId: 'chat', channel: 'chat' });

/** The focus after the contacts were these, one after another. */
function follow(...steps: readonly (readonly (typeof talk)[])[]): Focus {
  return steps.reduce<Focus>(followContacts, noFocus);
}

describe('which contact is open', () => {
  it('is none without contacts', () => {
    expect(follow([]).contactId).toBeNull();
  });

  it('is the only one there is', () => {
    expect(follow([talk]).contactId).toBe('talk');
  });

  it('is a call rather than a contact of another channel, and stays where it is', () => {
    expect(follow([chat, wrap]).contactId).toBe('wrap');
    expect(follow([chat], [chat, talk]).contactId).toBe('chat');
  });

  it('changes to a contact that begins to ring, as it must be answered', () => {
    expect(follow([talk], [talk, ring]).contactId).toBe('ring');
  });

  it('does not change to it when the agent chose to look at another one', () => {
    const chosen = chooseContact(follow([talk, wrap]), 'wrap');
    expect(followContacts(chosen, [talk, wrap, ring]).contactId).toBe('wrap');
  });

  it('is free again when what the agent chose is gone', () => {
    const chosen = chooseContact(follow([talk, wrap]), 'wrap');
    const gone = followContacts(chosen, [talk]);
    expect(gone.contactId).toBe('talk');
    expect(followContacts(gone, [talk, ring]).contactId).toBe('ring');
  });

  it('stays while a ring it gave way to goes on', () => {
    const back = chooseContact(follow([talk], [talk, ring]), 'talk');
    expect(followContacts(back, [talk, ring]).contactId).toBe('talk');
  });

  it('stays through every state of the same contact', () => {
    const states = ['connecting', 'connected', 'onHold', 'ended'] as const;
    expect(follow(...states.map((state) => [{ ...talk, state }, chat])).contactId).toBe('talk');
  });
});
