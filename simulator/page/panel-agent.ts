import { byId, clockText, element } from './element.js';
import { call, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';

/** Sets the head of the page up: the agent at a glance, and the status a supervisor may set. */
export function installAgent(attempt: Attempt): (state: PanelState) => void {
  const choice = byId('set-status') as HTMLSelectElement;
  let offered = '';
  choice.addEventListener('change', () => {
    const name = choice.value;
    // Back to its own words at once: it says what to do, the facts beside it say what is.
    choice.selectedIndex = 0;
    attempt(() => call('POST', 'status', { name }));
  });
  return (state) => {
    byId('agent').replaceChildren(...factsOf(state));
    const names = state.statuses.map(({ name }) => name);
    if (names.join() === offered) return;
    offered = names.join();
    choice.replaceChildren(
      element('option', { value: '', disabled: true, selected: true }, 'Set the agent’s status'),
      ...names.map((name) => element('option', { value: name }, name)),
    );
  };
}

function factsOf(state: PanelState): readonly HTMLElement[] {
  const { agentName, username, status, shown, nextStatus, signedIn, pollsHeld, faults, webSocketMode } = state;
  const disturbances = faults.length + (webSocketMode === 'normal' ? 0 : 1);
  return [
    fact(`${agentName} (${username})`, signedIn ? status.name : 'Signed out', signedIn ? status.type : 'error'),
    fact('Phone shows', `${shown.name} ${clockText(Date.now() - shown.sinceMs)}`, shown.type),
    fact('Next status', nextStatus ?? 'None'),
    fact('Phones listening', pollsHeld === 0 ? 'None' : String(pollsHeld), pollsHeld === 0 ? 'error' : ''),
    fact('Faults', disturbances === 0 ? 'None' : String(disturbances), disturbances === 0 ? '' : 'error'),
  ];
}

function fact(name: string, value: string, type = ''): HTMLElement {
  return element('div', { 'data-type': type }, element('dt', {}, name), element('dd', {}, value));
}
