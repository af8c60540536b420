import { describe, expect, it } from 'vitest';
import type { AgentStatus } from '../../../../contract/agent.js';
import { emptySnapshot } from '../../../../contract/empty-snapshot.js';
import { describePhone } from '../../../../main/errands/describe-phone.js';
import { findStatus } from '../../../../main/errands/find-status.js';
import { judgeErrand } from '../../../../main/errands/judge-errand.js';
import { available, buildAgent, buildContact, buildSnapshot, lunch } from '../../contract/build-snapshot.js';

const named = (...names: string[]): AgentStatus[] =>
  names.map((name, place) => ({ statusId: `s${place}`, name, type: 'notRoutable' }));

describe('a status that is named', () => {
  it('is found whatever its capitals, spaces around it and form of letters', () => {
    for (const name of ['Lunch', 'lunch', 'LUNCH', ' lunch ', 'ｌｕｎｃｈ']) {
      expect(findStatus(name, [available, lunch])).toEqual({ ok: true, value: lunch });
    }
    expect(findStatus('ÜBUNG', named('Übung'))).toMatchObject({ ok: true });
  });

  it('is unknown when it is only a part of a name', () => {
    for (const name of ['Lun', 'Lunch 2', '', 'Lunch\u0000']) {
      expect(findStatus(name, [available, lunch])).toEqual({ ok: false, failure: 'unknownStatus' });
    }
  });

  it('is ambiguous when two have it, unless the capitals tell', () => {
    expect(findStatus('break', named('Break', 'BREAK'))).toEqual({ ok: false, failure: 'ambiguousStatus' });
    expect(findStatus('BREAK', named('Break', 'BREAK'))).toMatchObject({ value: { statusId: 's1' } });
    expect(findStatus('Break', named('Break', 'Break'))).toEqual({ ok: false, failure: 'ambiguousStatus' });
  });
});

describe('an errand in a snapshot', () => {
  const call = buildContact();
  const idle = buildSnapshot();
  const onCall = buildSnapshot({ contacts: [call] });

  it('calls when the phone may', () => {
    const dial = { kind: 'dial', text: '1' } as const;
    expect(judgeErrand(dial, idle)).toEqual({ ok: true, value: dial });
    expect(judgeErrand(dial, onCall)).toEqual({ ok: false, failure: { kind: 'onCall' } });
    expect(judgeErrand(dial, buildSnapshot({ contacts: [buildContact({ state: 'connecting' })] }))).toEqual({
      ok: false,
      failure: { kind: 'onCall' },
    });
    expect(judgeErrand(dial, buildSnapshot({ agent: buildAgent({ mayDial: false }) }))).toEqual({
      ok: false,
      failure: { kind: 'mayNotDial' },
    });
    expect(judgeErrand(dial, emptySnapshot)).toEqual({ ok: false, failure: { kind: 'notSignedIn' } });
  });

  it('sets a status, which waits for the end of a contact', () => {
    const status = { kind: 'status', name: 'lunch' } as const;
    const { statusId, name } = lunch;
    expect(judgeErrand(status, idle)).toEqual({ ok: true, value: { kind: 'setStatus', statusId, name } });
    expect(judgeErrand(status, onCall)).toEqual({ ok: true, value: { kind: 'queueStatus', statusId, name } });
    expect(judgeErrand(status, emptySnapshot)).toEqual({ ok: false, failure: { kind: 'notSignedIn' } });
  });

  it('takes a next status only where there is a contact', () => {
    const next = { kind: 'next', name: 'LUNCH' } as const;
    expect(judgeErrand(next, onCall)).toMatchObject({ ok: true, value: { kind: 'queueStatus' } });
    expect(judgeErrand(next, idle)).toEqual({ ok: false, failure: { kind: 'noContact' } });
  });

  it('lists the statuses there are when the name is none of them', () => {
    expect(judgeErrand({ kind: 'status', name: 'Mittag' }, idle)).toEqual({
      ok: false,
      failure: { kind: 'unknownStatus', name: 'Mittag', statuses: ['Available', 'Lunch', 'Feierabend'] },
    });
  });
});

describe('the line for another program', () => {
  it('tells status and contacts by the clock of this computer, and nothing of the customer', () => {
    const line = describePhone(
      buildSnapshot({
        skewMs: 500,
        contacts: [buildContact({ customerName: 'Ada', attributes: [{ name: 'pin', value: '1234' }] })],
      }),
    );
    expect(line).not.toMatch(/\n|Ada|1234|4155550100|Maria/);
    expect(JSON.parse(line)).toEqual({
      version: 1,
      signedIn: true,
      status: 'Available',
      statusType: 'routable',
      since: '1970-01-01T00:00:01.500Z',
      next: null,
      activity: 'idle',
      contacts: [{ channel: 'voice', direction: 'inbound', state: 'connected', since: '1970-01-01T00:00:01.500Z' }],
      muted: false,
      connected: true,
      trouble: null,
    });
  });

  it('stands also when nobody is signed in and when a time is none', () => {
    expect(JSON.parse(describePhone(emptySnapshot))).toMatchObject({ signedIn: false, status: null, contacts: [] });
    const odd = buildSnapshot({ contacts: [buildContact({ sinceMs: 1e300 })] });
    expect(JSON.parse(describePhone(odd)).contacts[0].since).toBeNull();
  });
});
