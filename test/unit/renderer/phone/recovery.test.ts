import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact } from '../../../../contract/contact.js';
import { type PanelTrouble, panelTroubleSchema } from '../../../../contract/health.js';
import { createAbsentPhone } from '../../../../renderer/phone/absent-phone.js';
import { recoverPhone } from '../../../../renderer/phone/recover.js';
import { planRecovery } from '../../../../renderer/phone/recovery.js';
import { buildContact, buildSnapshot } from '../../contract/build-snapshot.js';

const mendedByRestart: readonly PanelTrouble[] = ['panelSilent', 'stale', 'slept', 'gaveUp'];

function inTrouble(trouble: PanelTrouble | null, ...contacts: readonly Contact[]) {
  const health = { ...buildSnapshot().health, phase: 'trouble', trouble } as const;
  return buildSnapshot({ health, contacts });
}

describe('planRecovery', () => {
  it.each(panelTroubleSchema.options)('restarts for %s only when that mends it', (trouble) => {
    const plan = planRecovery(inTrouble(trouble).health, []);
    expect(plan.kind).toBe(mendedByRestart.includes(trouble) ? 'restart' : 'none');
  });

  it.each(mendedByRestart)('never touches a live call for %s', (trouble) => {
    for (const state of ['connecting', 'connected', 'onHold'] as const) {
      const { health, contacts } = inTrouble(trouble, buildContact({ state }));
      expect(planRecovery(health, contacts)).toEqual({ kind: 'afterCall' });
    }
    const over = inTrouble(trouble, buildContact({ state: 'ended' }));
    expect(planRecovery(over.health, over.contacts).kind).toBe('restart');
  });
});

describe('the recovery of the phone', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function start(may = true) {
    const snapshot = signal(buildSnapshot());
    const asked: string[] = [];
    const said: string[] = [];
    const phone = { ...createAbsentPhone(), snapshot, recovering: (recovery: string) => void said.push(recovery) };
    const restartPanel = async () => {
      asked.push('restart');
      return { ok: true, value: may } as const;
    };
    recoverPhone(phone, { restartPanel });
    return { snapshot, asked, said };
  }

  it('waits for the call, then restarts once', async () => {
    const { snapshot, asked, said } = start();
    snapshot.value = inTrouble('slept', buildContact({ state: 'connected' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
    expect(said).toEqual(['afterCall']);
    snapshot.value = inTrouble('slept', buildContact({ state: 'ended' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual(['restart']);
    expect(said).toEqual(['afterCall', 'restarting']);
  });

  it('gives a silence the time to pass', async () => {
    const { snapshot, asked } = start();
    snapshot.value = inTrouble('panelSilent');
    await vi.advanceTimersByTimeAsync(5_000);
    snapshot.value = buildSnapshot();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });

  it('a call that comes while it waits is waited for', async () => {
    const { snapshot, asked } = start();
    snapshot.value = inTrouble('panelSilent');
    await vi.advanceTimersByTimeAsync(5_000);
    snapshot.value = inTrouble('panelSilent', buildContact({ state: 'connecting' }));
    await vi.advanceTimersByTimeAsync(60_000);
    expect(asked).toEqual([]);
  });

  it('says that nothing is done when the desktop side refuses', async () => {
    const { snapshot, said } = start(false);
    snapshot.value = inTrouble('stale');
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said).toEqual(['restarting', 'none']);
  });
});
