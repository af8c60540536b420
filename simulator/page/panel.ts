import { byId, clockText, element } from './element.js';
import { call, followEvents, type PanelState } from './panel-api.js';
import { createAttempt } from './panel-attempt.js';
import { createContactsDrawing } from './panel-contacts.js';
import { drawEvent } from './panel-events.js';
import { installFaults } from './panel-faults.js';
import { installOffer } from './panel-offer.js';
import { installScenarios } from './panel-scenario.js';

// The control panel: whoever sits here is the customers, the supervisor, and the weather.

const refreshMs = 1_000;
const attempt = createAttempt(refresh);
const drawings: ((state: PanelState) => void)[] = [drawAgent, createContactsDrawing(attempt)];

function fact(name: string, value: string, type = ''): HTMLElement {
  return element('div', { 'data-type': type }, element('dt', {}, name), element('dd', {}, value));
}

function drawAgent(state: PanelState): void {
  const { agentName, username, status, shown, nextStatus, signedIn, pollsHeld } = state;
  byId('agent').replaceChildren(
    fact('Signed in', signedIn ? `${agentName} (${username})` : 'Nobody', signedIn ? '' : 'error'),
    fact('Status', status.name, status.type),
    fact('Phone shows', `${shown.name} ${clockText(Date.now() - shown.sinceMs)}`, shown.type),
    fact('Next status', nextStatus ?? 'None'),
    fact('Phones listening', String(pollsHeld)),
  );
}

async function refresh(): Promise<void> {
  const state = await call<PanelState>('GET', 'state');
  for (const draw of drawings) draw(state);
}

async function start(): Promise<void> {
  await installOffer(attempt);
  drawings.push(installFaults(attempt), await installScenarios(attempt));
  await refresh();
  window.setInterval(() => void refresh().catch(() => {}), refreshMs);
  await followEvents((event) => {
    drawEvent(event);
    void refresh().catch(() => {});
  });
}

start().catch((error: unknown) => {
  byId('notice').textContent = String(error);
});
