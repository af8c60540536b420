import { describe, expect, it } from 'vitest';
import type { Command, CommandFailure } from '../../../../contract/command.js';
import { onceAtATime } from '../../../../renderer/phone/once-at-a-time.js';

/** A phone that carries commands out when the test says. */
function fakePhone() {
  const asked: { readonly command: Command; readonly settle: (failure: CommandFailure | null) => void }[] = [];
  const execute = onceAtATime(
    (command) => new Promise((resolve) => void asked.push({ command, settle: (failure) => resolve(failure) })),
  );
  return { asked, execute };
}

const dial: Command = { kind: 'dial', phoneNumber: '+14155550100' };
const failure: CommandFailure = { reason: 'refused', detail: null };

describe('the same wish at once', () => {
  it.each<Command>([
    dial,
    { kind: 'addParty', contactId: 'c1', to: { kind: 'phoneNumber', phoneNumber: '+14155550100' } },
    { kind: 'swap', contactId: 'c1' },
  ])('is carried out once where twice does harm, and both are told: $kind', async (command) => {
    const { asked, execute } = fakePhone();
    const both = Promise.all([execute(command), execute({ ...command })]);
    expect(asked).toHaveLength(1);
    asked[0]?.settle(failure);
    expect(await both).toEqual([failure, failure]);
  });

  it('is carried out again when the first has ended', async () => {
    const { asked, execute } = fakePhone();
    const first = execute(dial);
    asked[0]?.settle(null);
    await first;
    void execute(dial);
    expect(asked).toHaveLength(2);
  });

  it.each<Command>([{ kind: 'goOffline' }, { kind: 'sendDigits', contactId: 'c1', digits: '1' }])(
    'is carried out each time elsewhere: $kind',
    (command) => {
      const { asked, execute } = fakePhone();
      void execute(command);
      void execute(command);
      expect(asked).toHaveLength(2);
    },
  );

  it('is told from another wish', () => {
    const { asked, execute } = fakePhone();
    void execute(dial);
    void execute({ ...dial, phoneNumber: '+442079460123' });
    expect(asked).toHaveLength(2);
  });
});
