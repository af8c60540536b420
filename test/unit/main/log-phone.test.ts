import { describe, expect, it } from 'vitest';
import type { PhoneSnapshot } from '../../../contract/snapshot.js';
import { logPhone } from '../../../main/phone/log-phone.js';
import { buildAgent, buildContact, buildSnapshot } from '../contract/build-snapshot.js';

function start() {
  const lines: unknown[] = [];
  let announce = (_snapshot: PhoneSnapshot): void => undefined;
  logPhone({ write: (event, facts) => lines.push([event, facts]) }, (listener) => {
    announce = listener;
  });
  return { lines, announce: (snapshot: PhoneSnapshot) => announce(snapshot) };
}

describe('the log of the phone', () => {
  it('has a line when something it tells of changed, and none otherwise', () => {
    const { lines, announce } = start();
    announce(buildSnapshot());
    announce(buildSnapshot({ skewMs: 4_000 }));
    announce(buildSnapshot({ contacts: [buildContact({ state: 'connected' })] }));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject(['phone', { contacts: 'voice/connected' }]);
  });

  it('tells no name, number or attribute', () => {
    const { lines, announce } = start();
    const contact = buildContact({
      customerName: 'Secret Person',
      phoneNumber: '+442079460177',
      attributes: [{ name: 'card', value: '4242' }],
    });
    announce(buildSnapshot({ agent: buildAgent({ name: 'Ada Agent' }), contacts: [contact] }));
    for (const secret of ['Secret', '442079460177', '4242', 'Ada']) expect(JSON.stringify(lines)).not.toContain(secret);
  });
});
