import { describe, expect, it } from 'vitest';
import type { Contact } from '../../../../contract/contact.js';
import { nothingShown, type ShownContact, showContact } from '../../../../renderer/models/shown-contact.js';
import { buildContact } from '../../contract/build-snapshot.js';

const attributes = (count: number): Contact['attributes'] =>
  Array.from({ length: count }, (_each, index) => ({ name: `name ${index}`, value: 'secret' }));
const first = buildContact({ contactId: 'first', phoneNumber: '+12025550100', attributes: attributes(3) });
const second = buildContact({ contactId: 'second' });

function follow(...opened: readonly (Contact | null)[]): ShownContact[] {
  let shown = nothingShown;
  return opened.map((open) => {
    shown = showContact(shown, open);
    return shown;
  });
}

describe('the card of the open contact', () => {
  it('is drawn ahead and becomes that of the contact that comes', () => {
    const [before, ringing, later] = follow(null, first, { ...first, state: 'connected' });
    expect(before).toMatchObject({ awaited: true, key: 0 });
    expect(ringing).toEqual({ contact: first, awaited: false, key: 0 });
    expect(later).toMatchObject({ contact: { state: 'connected' }, key: 0 });
  });

  it('is another one for the next contact, whether or not one was waited for', () => {
    const keys = follow(first, second, null, null, first).map(({ key }) => key);
    expect(keys).toEqual([0, 1, 2, 2, 2]);
  });

  it('keeps nothing of a contact that is gone but what its flow gave it: its queue and the names of its attributes', () => {
    const [, gone] = follow(first, null);
    expect(gone?.contact).toMatchObject({ contactId: 'awaited', phoneNumber: null, customerName: null });
    expect(gone?.contact.queueName).toBe(first.queueName);
    expect(gone?.contact.attributes).toEqual(first.attributes.map(({ name }) => ({ name, value: ' ' })));
    expect(JSON.stringify(gone)).not.toContain('secret');
  });

  it('waits with no more rows than are drawn at once', () => {
    const [, gone] = follow({ ...first, attributes: attributes(300) }, null);
    expect(gone?.contact.attributes).toHaveLength(16);
  });

  it('stays the same object while nobody comes, so that nothing is drawn anew', () => {
    const [before, after] = follow(null, null);
    expect(after).toBe(before);
  });
});
