import { byId, element } from './element.js';
import { call, type PanelScenario, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';

function describeProgress({ scenario }: PanelState): string {
  if (!scenario) return 'Nothing is being played.';
  const { title, stepsDone, steps, waitsFor, status, problem } = scenario;
  if (status === 'failed') return `${title} broke off. ${problem ?? ''}`;
  if (status !== 'playing') return `${title} is ${status}.`;
  const note = problem === null ? '' : ` (${problem})`;
  const waits = waitsFor === null ? '' : `, waiting for ${waitsFor}`;
  return `${title}: ${stepsDone} of ${steps} steps done${waits}${note}`;
}

/** Sets the player up. The returned function draws how far the scenario has come. */
export async function installScenarios(attempt: Attempt): Promise<(state: PanelState) => void> {
  const choice = byId('scenarios') as HTMLSelectElement;
  const progress = byId('scenario-progress') as HTMLProgressElement;
  const scenarios = await call<readonly PanelScenario[]>('GET', 'scenarios');

  function describe(): void {
    byId('scenario-about').textContent = scenarios.find(({ name }) => name === choice.value)?.description ?? '';
  }

  choice.replaceChildren(...scenarios.map(({ name, title }) => element('option', { value: name }, title)));
  choice.addEventListener('change', describe);
  byId('play').addEventListener('click', () => attempt(() => call('POST', 'scenario', { name: choice.value })));
  byId('stop').addEventListener('click', () => attempt(() => call('DELETE', 'scenario')));
  describe();

  return (state) => {
    const { scenario } = state;
    progress.max = Math.max(1, scenario?.steps ?? 1);
    progress.value = scenario?.stepsDone ?? 0;
    (byId('stop') as HTMLButtonElement).disabled = scenario?.status !== 'playing';
    byId('scenario-state').textContent = describeProgress(state);
  };
}
