import { effect } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { Phone } from './phone.js';
import { planRecovery } from './recovery.js';

/**
 * Carries out the recovery plan of each snapshot. The desktop side reloads the page, which drops every frame of the panel
 * and with it the worker that keeps old credentials; it refuses when it has done so too often.
 */
export function recoverPhone(phone: Phone, bridge: Pick<Bridge, 'restartPanel'>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let planned = '';
  effect(() => {
    const { health, contacts } = phone.snapshot.value;
    const plan = planRecovery(health, contacts);
    const key = `${health.trouble} ${plan.kind}`;
    if (key === planned) return;
    planned = key;
    clearTimeout(timer);
    if (plan.kind === 'afterCall') phone.recovering('afterCall');
    if (plan.kind !== 'restart') return;
    timer = setTimeout(async () => {
      phone.recovering('restarting');
      const restarted = await bridge.restartPanel(undefined);
      if (!restarted.ok || !restarted.value) phone.recovering('none');
    }, plan.afterMs);
  });
}
