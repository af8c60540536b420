import { execFileSync } from 'node:child_process';
import { judgeLinkOwner } from '../../main/os/judge-link-owner.js';
import { createLinuxOwners } from '../../main/os/link-owners.js';
import type { Simulator } from '../../simulator/simulator.js';
import { opensLinks, test } from '../support/installed-app.js';
import { hasKeyboard, pressKeys } from '../support/keyboard.js';
import { awaitEvent, expect } from '../support/phone-test.js';

test.skip(!opensLinks || !hasKeyboard, 'Links are opened with xdg-open and gio, keys pressed with xdotool: Linux only');

/** The packaged app is started from cold. */
const startLimitMs = 20_000;
const calls = (simulator: Simulator) =>
  simulator.requests.filter(({ operation }) => operation === 'CreateOutboundContact');
const call = (simulator: Simulator, number: string) =>
  simulator.waitForRequest(
    ({ operation, body }) => operation === 'CreateOutboundContact' && JSON.stringify(body).includes(number),
    { timeoutMs: startLimitMs },
  );
const schemes = ['tel', 'callto', 'sip', 'sips', 'switchhook'];

test('the desktop knows the installed app for every scheme', async ({ installed, packedApp }) => {
  execFileSync('desktop-file-validate', [`${packedApp}/switchhook.desktop`]);
  for (const scheme of schemes) {
    const found = installed.run('xdg-mime', 'query', 'default', `x-scheme-handler/${scheme}`);
    expect([scheme, found]).toEqual([scheme, 'switchhook.desktop\n']);
  }
});

test('the settings page tells another app that was chosen from one that is not registered', async ({ installed }) => {
  const owners = createLinuxOwners(installed.env);
  const owner = async () => judgeLinkOwner(await owners.read('tel'));
  expect(await owner()).toEqual({ kind: 'ours' });
  installed.run('cp', `${installed.applications}/switchhook.desktop`, `${installed.applications}/other.desktop`);
  installed.run('xdg-mime', 'default', 'other.desktop', 'x-scheme-handler/tel');
  expect(await owner()).toEqual({ kind: 'another', name: 'other.desktop' });
  await owners.take('tel');
  expect(await owner()).toEqual({ kind: 'ours' });
  installed.run('rm', `${installed.applications}/switchhook.desktop`);
  expect(await owner()).toEqual({ kind: 'notRegistered' });
});

test('xdg-open starts it with a number, and reaches the one that runs', async ({ installed, simulator }) => {
  const cold = installed.open('tel:+1-202-555-0142');
  await call(simulator, '+12025550142');
  const [{ ContactId: first = '' } = {}] = simulator.events.at(-1)?.CurrentAgentSnapshot.Contacts ?? [];
  expect(await installed.open('tel:+1-202-555-0143')).toBe(0);
  expect(calls(simulator)).toHaveLength(1);
  simulator.control.hangUp(first);
  await awaitEvent(simulator, ({ CurrentAgentSnapshot: { Contacts } }) => Contacts[0]?.State === 'ENDED');
  expect(await installed.open('switchhook:quit')).toBe(0);
  expect(await installed.open('switchhook:status?name=lunch')).toBe(0);
  await awaitEvent(simulator, ({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.NextAgentStatus?.Name === 'Lunch');
  pressKeys('ctrl+shift+F11');
  await awaitEvent(simulator, ({ CurrentAgentSnapshot }) => CurrentAgentSnapshot.Contacts.length === 0);
  expect(await installed.open('callto:+44%2020%207946%200123', 'gio', 'open')).toBe(0);
  await call(simulator, '+442079460123');
  void cold;
});
