import { byId } from './element.js';
import { installAgent } from './panel-agent.js';
import { call, followEvents, type PanelState } from './panel-api.js';
import { createAttempt } from './panel-attempt.js';
import { createContactsDrawing } from './panel-contacts.js';
import { drawEvent } from './panel-events.js';
import { installFaults } from './panel-faults.js';
import { installHabits } from './panel-habits.js';
import { installOffer } from './panel-offer.js';
import { installScenarios } from './panel-scenario.js';
import { installSignIn } from './panel-sign-in.js';

// The control panel: whoever sits here is the customers, the supervisor, and the weather.

const refreshMs = 1_000;
const attempt = createAttempt(refresh);
const drawings: ((state: PanelState) => void)[] = [installAgent(attempt), createContactsDrawing(attempt)];

async function refresh(): Promise<void> {
  const state = await call<PanelState>('GET', 'state');
  for (const draw of drawings) draw(state);
}

async function start(): Promise<void> {
  await installOffer(attempt);
  drawings.push(
    installFaults(attempt),
    installHabits(attempt),
    installSignIn(attempt),
    await installScenarios(attempt),
  );
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
