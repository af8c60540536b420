import { byId, clockText, element } from './element.js';
import { call, type PanelContact, type PanelParty, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';

interface Act {
  readonly label: string;
  readonly path: string;
  readonly body?: unknown;
}

const channelLabels: Readonly<Record<string, string>> = {
  voice: 'Call',
  queue_callback: 'Callback',
  chat: 'Chat',
  task: 'Task',
  email: 'E-mail',
};

/** What a customer would call it; the rest are Connect's own words. */
const stateLabels: Readonly<Record<string, string>> = {
  connecting: 'being dialled',
  connected: 'talking',
  ended: 'after-contact work',
};

function stateOf({ state, channel, offered, onHold }: PanelContact): string {
  const isCall = channel === 'voice' || channel === 'queue_callback';
  if (offered) return isCall ? 'ringing' : 'offered';
  return onHold ? 'on hold' : (stateLabels[state] ?? state);
}

function isOther({ type, initial, state }: PanelParty): boolean {
  return type !== 'agent' && !initial && state !== 'disconnected';
}

function actsFor(contact: PanelContact): readonly Act[] {
  const isCall = contact.channel === 'voice' || contact.channel === 'queue_callback';
  const fails: readonly Act[] = isCall ? [{ label: 'Line fails', path: 'fail' }] : [];
  if (contact.offered) {
    return [
      { label: 'Customer gives up', path: 'abandon' },
      { label: isCall ? 'Ring runs out' : 'Offer runs out', path: 'miss' },
      ...fails,
    ];
  }
  switch (contact.state) {
    case 'pending':
      return [
        { label: 'Dial', path: 'dial' },
        { label: 'Customer declines', path: 'hang-up' },
      ];
    case 'connecting':
      return [
        { label: 'Customer answers', path: 'answer-outbound' },
        { label: 'Customer declines', path: 'hang-up' },
        ...fails,
      ];
    case 'connected':
    case 'paused':
      return [
        { label: isCall ? 'Customer hangs up' : 'Customer ends it', path: 'hang-up' },
        ...fails,
        ...supervisionActs(contact, isCall),
      ];
    case 'ended':
      return [{ label: 'Wrap-up time is over', path: 'auto-clear' }];
    default:
      return [{ label: 'Remove', path: 'remove' }];
  }
}

function supervisionActs(contact: PanelContact, isCall: boolean): readonly Act[] {
  if (!isCall || contact.initiation === 'monitor') return [];
  const hasSupervisor = contact.connections.some((party) => isOther(party) && party.type === 'monitoring');
  return hasSupervisor
    ? [{ label: 'Supervisor leaves', path: 'end-supervision' }]
    : [{ label: 'Supervisor barges in', path: 'supervise', body: { mode: 'BARGE' } }];
}

function partyActs({ id, type, state }: PanelParty): readonly Act[] {
  if (type === 'monitoring') return [];
  const path = `parties/${encodeURIComponent(id)}`;
  return state === 'connecting'
    ? [
        { label: 'Answers', path: `${path}/answer` },
        { label: 'Declines', path: `${path}/hang-up` },
      ]
    : [{ label: 'Leaves', path: `${path}/hang-up` }];
}

function drawActs(attempt: Attempt, contact: PanelContact, acts: readonly Act[]): HTMLElement {
  const base = `contacts/${encodeURIComponent(contact.contactId)}`;
  return element(
    'div',
    { class: 'acts' },
    ...acts.map(({ label, path, body }) =>
      element('button', { type: 'button', click: () => attempt(() => call('POST', `${base}/${path}`, body)) }, label),
    ),
  );
}

function drawParty(attempt: Attempt, contact: PanelContact, party: PanelParty): HTMLElement {
  const name = party.quickConnectName ?? party.phoneNumber ?? 'Third party';
  return element(
    'li',
    { class: 'party' },
    element('span', {}, name, ' ', element('small', {}, party.state)),
    drawActs(attempt, contact, partyActs(party)),
  );
}

function drawContact(attempt: Attempt, contact: PanelContact): HTMLElement {
  const facts = [channelLabels[contact.channel], contact.initiation, contact.queue, contact.phoneNumber];
  const others = contact.connections.filter(isOther);
  return element(
    'li',
    { class: 'contact', 'data-state': contact.onHold ? 'hold' : contact.state },
    element(
      'div',
      { class: 'head' },
      element('strong', {}, contact.customerName ?? contact.phoneNumber ?? 'Number withheld'),
      element('span', { class: 'state' }, stateOf(contact)),
      element('time', { 'data-since': String(contact.sinceMs) }, clockText(Date.now() - contact.sinceMs)),
    ),
    element('small', {}, facts.filter((fact) => fact !== null && fact !== undefined).join(' · ')),
    others.length > 0
      ? element('ul', { class: 'parties' }, ...others.map((party) => drawParty(attempt, contact, party)))
      : null,
    drawActs(attempt, contact, actsFor(contact)),
  );
}

/** Makes the drawing of the contacts at the desk. It leaves buttons alone while nothing has changed. */
export function createContactsDrawing(attempt: Attempt): (state: PanelState) => void {
  let drawn = '';
  return ({ contacts }) => {
    const list = byId('contacts');
    const wanted = JSON.stringify(contacts);
    if (wanted === drawn) {
      for (const time of list.querySelectorAll('time')) {
        time.textContent = clockText(Date.now() - Number(time.dataset.since));
      }
      return;
    }
    drawn = wanted;
    const cards = contacts.map((contact) => drawContact(attempt, contact));
    list.replaceChildren(...(cards.length > 0 ? cards : [element('li', { class: 'empty' }, 'Nobody is waiting.')]));
  };
}
