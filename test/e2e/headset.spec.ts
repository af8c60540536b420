import type { Page } from '@playwright/test';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import type { AgentEvent } from '../../simulator/agent-event.js';
import type { Simulator } from '../../simulator/simulator.js';
import { expect, oneAppHeadsetTest, test as ownAppTest } from '../support/headset-test.js';
import { type Headset, plugHeadset } from '../support/hid/headset.js';
import {
  badDescriptors,
  type HeadsetLayout,
  jabra,
  nameless,
  plantronics,
  yealink,
} from '../support/hid/headset-layouts.js';
import { awaitEvent, awaitExit, killed } from '../support/phone-test.js';

const layouts = [plantronics, jabra, yealink, nameless];
const dark = { offHook: false, ring: false, mute: false, hold: false };
const talking = { ...dark, offHook: true };

/** What the settings say of headsets that were chosen before, the last one at the end. */
function remembering(...headsets: readonly (HeadsetLayout & { readonly serial?: string })[]): string {
  return JSON.stringify({
    headsets: headsets.map(({ vendorId, productId, name, serial = null }) => ({ vendorId, productId, name, serial })),
  });
}

/** Everything is known; what is plugged in is what a test is about. The last one goes before the others. */
const test = oneAppHeadsetTest.extend<object, { readonly headsetSettings: string }>({
  headsetSettings: [remembering(yealink, nameless, jabra, plantronics), { scope: 'worker' }],
});

const button = (phone: Page, name: string) => phone.getByRole('button', { name, exact: true });

function inState(simulator: Simulator, contactId: string, state: string): Promise<AgentEvent> {
  return awaitEvent(simulator, ({ CurrentAgentSnapshot }) =>
    CurrentAgentSnapshot.Contacts.some((contact) => contact.ContactId === contactId && contact.State === state),
  );
}

/** Resolves when the app has the headset and has shown it that nothing goes on. */
async function ready(phone: Page, headset: Headset): Promise<void> {
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  await headset.device.awaitOpen();
  await expect.poll(() => headset.device.written.length).toBeGreaterThan(0);
  await headset.awaitLamps(dark);
}

/** A call that is rung through and taken by the hook. */
async function answerByHook(phone: Page, simulator: Simulator, headset: Headset): Promise<string> {
  const call = simulator.control.ring();
  await headset.awaitLamps({ ...dark, ring: true });
  headset.set('hook', true);
  await inState(simulator, call, 'CONNECTED');
  await headset.awaitLamps(talking);
  await expect(button(phone, 'Mute')).toBeVisible();
  return call;
}

/** Nobody presses so soon after a lamp has changed; what comes sooner is taken for the headset's own answer to it. */
const handPauseMs = 250;

/** How often the backend was asked for an operation. */
const askedFor = (simulator: Simulator, operation: string): number =>
  simulator.requests.filter((each) => each.operation === operation).length;

/** Files of the page that speak to headsets. */
const driverFiles = (phone: Page): Promise<readonly string[]> =>
  phone.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.includes('headset-service')),
  );

ownAppTest(
  'a headset is connected in the settings, of two by choosing, and nothing for it is loaded before',
  async ({ bus, phone, simulator }) => {
    const other = plugHeadset(bus, jabra);
    const headset = plugHeadset(bus, plantronics);
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
    await phone.getByRole('button', { name: /^Account/ }).click();
    await phone.getByRole('menuitem', { name: 'Settings', exact: true }).click();
    await phone.getByRole('tab', { name: 'Headset', exact: true }).click();
    expect(await driverFiles(phone)).toEqual([]);
    await button(phone, 'Connect a headset').click();
    await phone.getByRole('group', { name: 'Which headset do you use?' }).getByText(plantronics.name).click();
    await headset.device.awaitOpen();
    expect(await driverFiles(phone)).toHaveLength(1);
    await expect(phone.getByRole('dialog').getByRole('listitem').filter({ hasText: plantronics.name })).toBeVisible();
    await phone.keyboard.press('Escape');
    await answerByHook(phone, simulator, headset);
    expect(other.device.openCount(), 'the other one is nobody’s business').toBe(0);
  },
);

for (const layout of layouts) {
  test.describe(layout.name, () => {
    test('answers, mutes, holds and hangs up by its buttons, and shows each by its lamps', async ({
      bus,
      phone,
      simulator,
    }) => {
      const headset = plugHeadset(bus, layout);
      await ready(phone, headset);
      const before = headset.history().length;
      const call = await answerByHook(phone, simulator, headset);
      const answered = headset.history().slice(before);
      const ringEnds = answered.findIndex(({ ring }, at) => !ring && answered[at - 1]?.ring === true);
      expect(answered[ringEnds - 1], 'off-hook comes while it still rings').toMatchObject({
        offHook: true,
        ring: true,
      });

      headset.press('mute');
      await expect(button(phone, 'Unmute')).toBeVisible();
      await headset.awaitLamps({ ...talking, mute: true });
      await phone.waitForTimeout(handPauseMs);
      headset.press('mute');
      await expect(button(phone, 'Mute')).toBeVisible();
      await headset.awaitLamps(talking);

      headset.press('flash');
      await inState(simulator, call, 'CONNECTED_ONHOLD');
      await headset.awaitLamps({ ...talking, hold: true });
      await expect(button(phone, 'Resume')).toBeVisible();
      headset.press('flash');
      await headset.awaitLamps(talking);
      await expect(button(phone, 'Hold')).toBeVisible();

      headset.set('hook', false);
      await inState(simulator, call, 'ENDED');
      await headset.awaitLamps(dark);
      expect(askedFor(simulator, 'AcceptContact')).toBe(1);
      await expect.poll(() => askedFor(simulator, 'DestroyConnection')).toBe(1);
    });

    if (layout.buttons.reject !== undefined) {
      test('rejects by its button', async ({ bus, phone, simulator }) => {
        const headset = plugHeadset(bus, layout);
        await ready(phone, headset);
        const call = simulator.control.ring();
        await headset.awaitLamps({ ...dark, ring: true });
        headset.press('reject');
        await inState(simulator, call, 'REJECTED');
        await headset.awaitLamps(dark);
      });
    }

    test('follows what is done in the window', async ({ bus, phone, simulator }) => {
      const headset = plugHeadset(bus, layout);
      await ready(phone, headset);
      const call = simulator.control.ring();
      await headset.awaitLamps({ ...dark, ring: true });
      await button(phone, 'Answer').click();
      await headset.awaitLamps(talking);
      await button(phone, 'Mute').click();
      await headset.awaitLamps({ ...talking, mute: true });
      await button(phone, 'Unmute').click();
      await headset.awaitLamps(talking);
      await button(phone, 'Hold').click();
      await headset.awaitLamps({ ...talking, hold: true });
      await button(phone, 'Resume').click();
      await headset.awaitLamps(talking);
      await button(phone, 'Hang up').click();
      await inState(simulator, call, 'ENDED');
      await headset.awaitLamps(dark);
    });
  });
}

test.describe('unplugged in a call', () => {
  test('the call goes on, and the headset gets all of its lamps when it is back', async ({ bus, phone, simulator }) => {
    const headset = plugHeadset(bus, plantronics);
    await ready(phone, headset);
    const call = await answerByHook(phone, simulator, headset);
    headset.press('mute');
    await headset.awaitLamps({ ...talking, mute: true });
    headset.device.unplug();
    await expect(button(phone, 'Unmute'), 'the call is as it was').toBeVisible();
    const back = plugHeadset(bus, plantronics);
    await back.device.awaitOpen();
    await back.awaitLamps({ ...talking, mute: true });
    expect(back.device.written.map(({ bytes }) => bytes[0])).toEqual(
      expect.arrayContaining(Object.values(plantronics.lamps).map(({ reportId }) => reportId)),
    );
    await button(phone, 'Unmute').click();
    await back.awaitLamps(talking);
    expect(simulator.control.state().contacts.find((each) => each.contactId === call)?.state).toBe('connected');
    // It is off-hook by our lamp; putting it down is a hand's.
    expect(askedFor(simulator, 'DestroyConnection')).toBe(0);
    back.set('hook', false);
    await inState(simulator, call, 'ENDED');
  });
});

test.describe('a headset that says too much', () => {
  test('a thousand reports a second cost no call and hide no button', async ({ bus, phone, simulator }) => {
    const headset = plugHeadset(bus, nameless);
    await ready(phone, headset);
    const call = await answerByHook(phone, simulator, headset);
    // Digits of its keypad, ten every 10 ms, with the hook as it is.
    await inBursts(100, () => {
      for (let digit = 0; digit < 10; digit += 1) headset.device.send(2, 0x01 | ((digit & 1) << 7), digit >> 1);
    });
    headset.press('mute');
    await headset.awaitLamps({ ...talking, mute: true });
    await expect(button(phone, 'Unmute')).toBeVisible();
    expect(askedFor(simulator, 'DestroyConnection')).toBe(0);
    headset.set('hook', false);
    await inState(simulator, call, 'ENDED');
  });

  test('a device that answers everything with garbage costs no call', async ({ bus, phone, simulator }) => {
    const errors: Error[] = [];
    phone.on('pageerror', (error) => errors.push(error));
    const headset = plugHeadset(bus, nameless);
    await ready(phone, headset);
    const call = await answerByHook(phone, simulator, headset);
    const garbage = [
      [],
      [2],
      [2, 0x01],
      [2, 0x01, 0x00, 0xff, 0xff],
      [0],
      [7, 0xff, 0xff],
      [0xff, ...Array<number>(63).fill(0xff)],
      [2, 0xff, 0xff],
    ];
    const stop = headset.device.onWritten(() => {
      for (const report of garbage) headset.device.send(...report);
    });
    for (const report of garbage) headset.device.send(...report);
    await button(phone, 'Hold').click();
    await expect(button(phone, 'Resume')).toBeVisible();
    await button(phone, 'Resume').click();
    await expect(button(phone, 'Hold')).toBeVisible();
    stop();
    expect(askedFor(simulator, 'DestroyConnection')).toBe(0);
    expect(simulator.control.state().contacts.find((each) => each.contactId === call)?.state).toBe('connected');
    expect(errors).toEqual([]);
  });
});

test.describe('a headset with a descriptor', () => {
  for (const [what, descriptor] of Object.entries(badDescriptors)) {
    test(`${what} costs no call`, async ({ bus, phone, simulator }) => {
      const errors: Error[] = [];
      phone.on('pageerror', (error) => errors.push(error));
      const device = bus.plug({ ...nameless, descriptor });
      await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
      const call = simulator.control.ring();
      await button(phone, 'Answer').click();
      await inState(simulator, call, 'CONNECTED');
      // Of a report that no descriptor has: one that is cut off late is still read, and what it reports is a press.
      for (const byte of [0x00, 0x01, 0x02, 0xff]) device.send(99, byte, byte);
      device.unplug();
      // The next device is no worse off for it.
      const headset = plugHeadset(bus, nameless);
      await headset.awaitLamps(talking);
      await phone.waitForTimeout(handPauseMs);
      headset.press('mute');
      await expect(button(phone, 'Unmute')).toBeVisible();
      expect(simulator.control.state().contacts.find((each) => each.contactId === call)?.state).toBe('connected');
      expect(errors).toEqual([]);
    });
  }
});

test.describe('two headsets', () => {
  test('the one chosen last follows the call, the other is dark and takes over when that is gone', async ({
    bus,
    phone,
    simulator,
  }) => {
    const other = plugHeadset(bus, jabra);
    const owner = plugHeadset(bus, plantronics);
    await ready(phone, owner);
    await ready(phone, other);
    const call = await answerByHook(phone, simulator, owner);
    expect(other.history().filter(({ offHook, ring }) => offHook || ring)).toEqual([]);
    other.press('mute');
    other.set('hook', true);
    other.set('hook', false);
    owner.press('mute');
    await owner.awaitLamps({ ...talking, mute: true });
    await expect(button(phone, 'Unmute')).toBeVisible();
    // The other one is told that its hook means nothing now, and answers that.
    await phone.waitForTimeout(handPauseMs);
    expect(askedFor(simulator, 'DestroyConnection')).toBe(0);
    owner.device.unplug();
    await other.awaitLamps({ ...talking, mute: true });
    await phone.waitForTimeout(handPauseMs);
    other.press('mute');
    await other.awaitLamps(talking);
    await phone.waitForTimeout(handPauseMs);
    other.set('hook', false);
    await inState(simulator, call, 'ENDED');
  });
});

test.describe('a headset that another program has in a call', () => {
  test('is left alone, and taken over by a call of ours', async ({ bus, phone, simulator }) => {
    const headset = plugHeadset(bus, jabra);
    await ready(phone, headset);
    headset.set('busy', true);
    headset.set('hook', true);
    const before = headset.device.written.length;
    const call = simulator.control.ring();
    await expect(button(phone, 'Answer')).toBeVisible();
    expect(headset.device.written.length, 'a lamp would end the other call').toBe(before);
    await button(phone, 'Answer').click();
    await headset.awaitLamps({ offHook: true, ring: false });
    await button(phone, 'Hang up').click();
    await inState(simulator, call, 'ENDED');
    await headset.awaitLamps(dark);
  });
});

ownAppTest.describe('at the end of the app', () => {
  ownAppTest.use({ settingsFile: remembering(jabra) });

  ownAppTest('the lamps are off after quitting', async ({ app, bus, phone, simulator }) => {
    const headset = plugHeadset(bus, jabra);
    await ready(phone, headset);
    const call = await answerByHook(phone, simulator, headset);
    const exit = awaitExit(app);
    await app.evaluate(({ app: electron }) => electron.quit());
    await button(phone, 'End contact and quit').click();
    await button(phone, 'End call and quit').click();
    await inState(simulator, call, 'ENDED');
    expect(await exit).toBe(0);
    expect(headset.lamps()).toEqual(dark);
  });

  ownAppTest('the lamps are off when a signal ends the app in a call', async ({ app, bus, phone, simulator }) => {
    const headset = plugHeadset(bus, jabra);
    await ready(phone, headset);
    await answerByHook(phone, simulator, headset);
    const exit = awaitExit(app);
    app.process().kill('SIGTERM');
    expect(await exit).toBe(3);
    expect(headset.lamps()).toEqual(dark);
  });

  ownAppTest(
    'what a killed app has left burning is turned off by the next one',
    async ({ app, bus, phone, simulator, profile, environment, executable }) => {
      const headset = plugHeadset(bus, jabra);
      await ready(phone, headset);
      const call = await answerByHook(phone, simulator, headset);
      await killed(app.process());
      expect(headset.lamps()).toEqual(talking);
      simulator.control.remove(call);
      const next = await launchApp({ ccpUrl: simulator.ccpUrl, userDataDir: profile, env: environment, executable });
      await headset.awaitLamps(dark);
      await killed(next.process());
    },
  );
});

/** Lets the given thing happen as many times, one every 10 ms. */
function inBursts(count: number, burst: () => void): Promise<void> {
  return new Promise((resolve) => {
    let left = count;
    const timer = setInterval(() => {
      burst();
      left -= 1;
      if (left > 0) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
}
