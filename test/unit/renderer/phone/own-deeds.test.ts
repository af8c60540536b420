import { expect, it } from 'vitest';
import { createOwnDeeds } from '../../../../renderer/phone/own-deeds.js';
import { buildConnection, buildContact } from '../../contract/build-snapshot.js';

const contact = buildContact({ contactId: 'c1', connections: [buildConnection({ connectionId: 'third-1' })] });

function start() {
  const deeds = createOwnDeeds();
  deeds.note({ kind: 'clear', contactId: 'c1' });
  deeds.note({ kind: 'reject', contactId: 'c1' });
  deeds.note({ kind: 'dropParty', contactId: 'c1', connectionId: 'third-1' });
  return deeds;
}

const idsOf = ({ noted }: ReturnType<typeof createOwnDeeds>) =>
  [noted.clearedByUs, noted.rejectedByUs, noted.droppedByUs].map((ids) => [...ids]);

it('keeps what was done to a contact or a party while it is there', () => {
  const deeds = start();
  deeds.forgetGone([contact]);
  expect(idsOf(deeds)).toEqual([['c1'], ['c1'], ['third-1']]);
});

it('keeps nothing of what is gone', () => {
  const deeds = start();
  deeds.forgetGone([{ ...contact, connections: [] }]);
  expect(idsOf(deeds)).toEqual([['c1'], ['c1'], []]);
  deeds.forgetGone([]);
  expect(idsOf(deeds)).toEqual([[], [], []]);
});

it('forgets what failed', () => {
  const deeds = createOwnDeeds();
  const forget = deeds.note({ kind: 'reject', contactId: 'c1' });
  forget();
  expect(idsOf(deeds)).toEqual([[], [], []]);
});

it('notes no other command', () => {
  const deeds = createOwnDeeds();
  deeds.note({ kind: 'accept', contactId: 'c1' })();
  expect(idsOf(deeds)).toEqual([[], [], []]);
});
