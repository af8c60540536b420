import { expect, type Host, test } from './host-test.js';

// Bounds are far above what was measured, so that a busy machine turns nothing red; what was measured is printed.

/** Median measured on an idle machine: 6 ms. */
const injectionLimitMs = 150;
/** Measured: 7 to 25 ms. */
const callLimitMs = 250;
/** Streams pauses so long after each poll. */
const pauseMs = 100;
const rounds = 12;

function median(values: readonly number[]): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function print(what: string, values: readonly number[]): void {
  test.info().annotations.push({ type: what, description: `${values.join(' ')} ms` });
  process.stdout.write(`${what}: median ${median(values)} ms of ${values.join(' ')}\n`);
}

/** Resolves when the simulator holds the poll of the panel's worker, the state in which a change goes out at once. */
async function pollHeld({ simulator }: Host): Promise<void> {
  await expect.poll(() => simulator.control.state().pollsHeld, { intervals: [10] }).toBe(1);
}

test('a contact reaches the host at once', async ({ host, simulator }) => {
  await host.openReady();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pollHeld(host);
    const since = await host.mark();
    const began = Date.now();
    const contactId = simulator.control.ring();
    took.push(Math.round((await host.dateOf(await host.hear('contact.onConnecting', { since }))) - began));
    await pollHeld(host);
    simulator.control.remove(contactId);
    await host.hear('contact.onDestroy', { since });
  }
  print('contact to host', took);
  expect(median(took)).toBeLessThan(injectionLimitMs);
});

test('a change right after another waits for the pause between two polls', async ({ host, simulator }) => {
  await host.openReady();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await pollHeld(host);
    const since = await host.mark();
    const contactId = simulator.control.ring();
    await simulator.waitForDelivery({ timeoutMs: 2_000 });
    const began = Date.now();
    simulator.control.hangUp(contactId);
    took.push(Math.round((await host.dateOf(await host.hear('contact.onEnded', { since }))) - began));
    await pollHeld(host);
    simulator.control.remove(contactId);
    await host.hear('contact.onDestroy', { since });
  }
  print('second change to host', took);
  // The pause begins a little after the answer has left.
  expect(median(took)).toBeGreaterThanOrEqual(pauseMs - 10);
  expect(median(took)).toBeLessThan(pauseMs + injectionLimitMs);
});

test('a call of the host is answered at once', async ({ host }) => {
  await host.openReady();
  const took: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const answer = await host.call('agent.setState', round % 2 === 0 ? 'Lunch' : 'Available');
    took.push(answer.kind === 'ok' ? answer.ms : Number.NaN);
  }
  print('call and answer', took);
  expect(median(took)).toBeLessThan(callLimitMs);
});
