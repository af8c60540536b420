import { byId, element } from './element.js';
import type { PanelEvent } from './panel-api.js';

/** More would make the page slow after a long day. */
const shownEvents = 200;

/** Puts one event on top of the list. */
export function drawEvent(event: PanelEvent): void {
  const { AgentStatus, NextAgentStatus, Contacts } = event.CurrentAgentSnapshot;
  const parts = [
    AgentStatus.Name,
    NextAgentStatus ? `next ${NextAgentStatus.Name}` : '',
    ...Contacts.map(({ Channel, State }) => `${Channel} ${State}`),
  ];
  const list = byId('events');
  list.prepend(
    element(
      'li',
      {},
      element('time', {}, new Date(event.EventTimestamp).toLocaleTimeString([], { hour12: false })),
      element('span', {}, parts.filter((part) => part !== '').join(', ')),
      event.EventType === 'STATE_CHANGE' ? null : element('em', {}, event.EventType),
    ),
  );
  while (list.childElementCount > shownEvents) list.lastElementChild?.remove();
}
