/// <reference types="amazon-connect-streams" />
import { chooseStatus } from './ccp-actions.js';
import { byId, clockText, element } from './element.js';

const systemLabels: Readonly<Record<string, string>> = {
  PendingBusy: 'Incoming call',
  CallingCustomer: 'Outbound call',
  Pending: 'Callback',
  Busy: 'On contact',
  AfterCallWork: 'After contact work',
  MissedCallAgent: 'Missed call',
  FailedConnectAgent: 'Failed connection',
  FailedConnectCustomer: 'Customer not reached',
};

/** Draws the header: the agent's state with its time, the next status, and the menu of statuses. */
export function drawStatus(agent: connect.Agent): void {
  const { name, type } = agent.getState();
  const next = agent.getNextState();
  byId('status-name').textContent = systemLabels[name] ?? name;
  byId('status-time').textContent = clockText(agent.getStateDuration());
  byId('status-next').textContent = next ? `Next: ${next.name}` : '';
  byId('status').dataset.type = type;
}

/** Fills the menu and lets the header open and close it. */
export function installStatusMenu(agent: connect.Agent): void {
  const menu = byId('status-menu');
  const opener = byId('status');

  function show(open: boolean): void {
    menu.hidden = !open;
    opener.setAttribute('aria-expanded', String(open));
  }

  opener.addEventListener('click', () => {
    menu.replaceChildren(
      ...agent.getAgentStates().map((state) =>
        element(
          'button',
          {
            type: 'button',
            role: 'menuitem',
            'data-type': state.type,
            click: () => {
              show(false);
              chooseStatus(agent, state);
            },
          },
          state.name,
        ),
      ),
    );
    show(menu.hidden !== false);
  });
  document.addEventListener('click', ({ target }) => {
    if (target instanceof Node && !menu.contains(target) && !opener.contains(target)) show(false);
  });
}
