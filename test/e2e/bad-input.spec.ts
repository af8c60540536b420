import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { launchApp } from '../../scripts/app/launch-app.mjs';
import { test } from '../support/one-app-test.js';
import { expect, killed, test as ownAppTest } from '../support/phone-test.js';
import { nextPageOf } from '../support/toast-page.js';
import { waits } from '../support/waits.js';

const heading = (name: string) => ({ name, exact: true });

ownAppTest.describe('an address that cannot be reached', () => {
  ownAppTest.use({ ccpUrl: 'http://127.0.0.1:1/ccp-v2/' });
  ownAppTest('is said, and the app goes on', async ({ phone }) => {
    await expect(phone.getByRole('heading', heading('Amazon Connect cannot be reached'))).toBeVisible();
    await expect(phone.getByRole('button', { name: 'Try again' })).toBeVisible();
  });
});

for (const [what, ccpUrl] of [
  ['that is none', 'javascript:alert(1)'],
  ['outside this machine without encryption', 'http://example.com/ccp-v2/'],
  ['with a password in it', 'https://ada:word@example.my.connect.aws/ccp-v2/'],
] as const) {
  ownAppTest.describe(`an address ${what}`, () => {
    ownAppTest.use({ ccpUrl });
    ownAppTest('is not used, and the agent is asked for one', async ({ phone }) => {
      await expect(phone.getByRole('heading', heading('Welcome to Switchhook'))).toBeVisible();
    });
  });
}

ownAppTest.describe('an address that is typed', () => {
  ownAppTest.use({ ccpUrl: '' });
  ownAppTest('is refused with the sentence that fits', async ({ phone, profile }) => {
    const field = phone.getByRole('textbox', { name: 'Address of the Contact Control Panel' });
    for (const [typed, sentence] of [
      ['https://ada:word@example.my.connect.aws/', 'without a user name or password in it'],
      ['https://ex\u0430mple.my.connect.aws/', 'only looks like one of Amazon Connect'],
      ['https://example.my.connect.aws.evil.example/', 'only looks like one of Amazon Connect'],
      ['javascript:alert(1)', 'Enter an address that begins with https://, for example'],
      ['javascript://example.my.connect.aws/%0aalert(1)', 'as any other could be read on its way'],
      ['http://example.my.connect.aws/', 'as any other could be read on its way'],
    ] as const) {
      await field.fill(typed);
      await phone.getByRole('button', { name: 'Continue', exact: true }).click();
      await expect(phone.getByRole('alert').filter({ hasText: sentence }), typed).toBeVisible();
    }
    expect(readdirSync(profile)).not.toContain('settings.json');
  });
});

ownAppTest('a panel that is led round in circles cannot be reached, and that is said', async ({ profile }) => {
  let rounds = 0;
  const server = createServer((request, response) => {
    rounds += request.url?.startsWith('/ccp-v2/') === true ? 1 : 0;
    response.writeHead(302, { location: `/ccp-v2/?${rounds}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const app = await launchApp({ ccpUrl: `http://127.0.0.1:${port}/ccp-v2/`, userDataDir: profile });
  try {
    const phone = await app.firstWindow();
    await expect(phone.getByRole('heading', heading('Amazon Connect cannot be reached'))).toBeVisible();
    expect(rounds).toBeGreaterThan(1);
  } finally {
    await killed(app.process());
    server.close();
  }
});

ownAppTest.describe('cookies that do not come back from the panel', () => {
  ownAppTest.use({ simulatorOptions: { session: 'first-party-cookie' } });
  ownAppTest('are said when the agent has signed in all the same, until they do', async ({ app, phone }) => {
    await expect(phone.getByRole('heading', heading('You are not signed in'))).toBeVisible();
    const [signIn] = await Promise.all([
      nextPageOf(app),
      phone.getByRole('button', { name: 'Sign in', exact: true }).click(),
    ]);
    await signIn.getByRole('button').first().click();
    const refused = phone.getByRole('heading', heading('You have signed in, but the panel is not recognised'));
    await expect(refused).toBeVisible();
    await expect(phone.getByText('let the cookies of Amazon Connect pass', { exact: false })).toBeVisible();
    // IT has mended it: the same cookie now comes back from frames.
    await app.evaluate(async ({ BrowserWindow }) => {
      const cookies = BrowserWindow.getAllWindows().find((each) => each.isResizable())?.webContents.session.cookies;
      const [cookie] = (await cookies?.get({})) ?? [];
      if (cookie === undefined) return;
      const { name, value, domain, path } = cookie;
      const url = `http://${domain}${path}`;
      await cookies?.set({ url, name, value, secure: true, httpOnly: true, sameSite: 'no_restriction' });
    });
    await phone.getByRole('button', { name: 'Try again', exact: true }).click();
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible({ timeout: 15_000 });
  });
});

ownAppTest('a page that is no panel is said to be none', waits, async ({ profile }) => {
  const server = createServer((_request, response) => response.end('<p>Hello'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const app = await launchApp({ ccpUrl: `http://127.0.0.1:${port}/ccp-v2/`, userDataDir: profile });
  try {
    const phone = await app.firstWindow();
    const sentence = phone.getByRole('heading', heading('This page does not answer as a Contact Control Panel'));
    await expect(sentence).toBeVisible({ timeout: 12_000 });
  } finally {
    await killed(app.process());
    server.close();
  }
});

test.describe('a missing page', () => {
  test('is said to have no panel', async ({ simulator, phone }) => {
    await expect(phone.getByRole('button', { name: /^Status/ })).toBeVisible();
    simulator.control.setFault({ op: 'page', kind: 'status', status: 404 });
    await phone.reload();
    await expect(phone.getByRole('heading', heading('The address has no Contact Control Panel'))).toBeVisible();
  });
});

ownAppTest.describe('a settings file that is no JSON', () => {
  ownAppTest.use({ settingsFile: '{"theme": "dark",' });
  ownAppTest('is kept aside, said, and the defaults are used', async ({ phone, profile }) => {
    await expect(
      phone.getByText(/The settings file could not be read and was kept as settings\.broken-/),
    ).toBeVisible();
    expect(readdirSync(profile).filter((name) => name.startsWith('settings.broken-'))).toHaveLength(1);
    await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
  });
});

ownAppTest.describe('a settings file with a bad value', () => {
  ownAppTest.use({ settingsFile: JSON.stringify({ theme: 'purple', dialCountry: 'DE' }) });
  ownAppTest('costs that value only', async ({ phone, simulator }) => {
    await expect(phone.getByText('The setting theme is not valid, so its default is used.')).toBeVisible();
    await phone.getByRole('textbox', { name: 'Telephone number' }).fill('030 23125000');
    await phone.getByRole('button', { name: 'Dial', exact: true }).click();
    const request = await simulator.waitForRequest((each) => each.operation === 'CreateOutboundContact', {
      timeoutMs: 5_000,
    });
    expect(request.body).toMatchObject({ endpoint: { phoneNumber: '+493023125000' } });
  });
});

test('attributes are plain text, whatever they hold', async ({ simulator, phone }) => {
  const script = '<img src=x onerror="document.title=\'owned\'"><b>bold</b>';
  simulator.control.ring({
    attributes: {
      html: script,
      reversed: 'abc\u202egnp.exe',
      control: 'a\u0007b\u0000c',
      long: 'x'.repeat(32 * 1024),
      link: 'javascript:alert(1)',
      '<i>name</i>': 'v',
      empty: '',
    },
  });
  const attributes = phone.getByRole('region', { name: 'Contact attributes' });
  await expect(attributes.getByText(script, { exact: true })).toBeVisible();
  await expect(attributes.getByText('abc⟨U+202E⟩gnp.exe', { exact: true })).toBeVisible();
  await expect(attributes.getByText('a␇b␀c', { exact: true })).toBeVisible();
  await expect(attributes.getByText('<i>name</i>', { exact: true })).toBeVisible();
  await expect(attributes.locator('a, img, b, i, script')).toHaveCount(0);
  await attributes.getByRole('button', { name: 'Show all' }).click();
  await expect(attributes.getByText('x'.repeat(32 * 1024), { exact: true })).toBeVisible();
  await expect(phone).not.toHaveTitle(/owned/);
});

test('three hundred attributes are all there, those of the next contact too', async ({ simulator, phone }) => {
  const many = (word: string): Record<string, string> =>
    Object.fromEntries(Array.from({ length: 300 }, (_each, index) => [`name ${index}`, `${word} ${index}`]));
  const attributes = phone.getByRole('region', { name: 'Contact attributes' });
  for (const word of ['first', 'second']) {
    const call = simulator.control.ring({ attributes: many(word) });
    await expect(attributes.getByText(`${word} 0`, { exact: true })).toBeInViewport();
    await expect(attributes.locator('dt')).toHaveCount(300);
    const last = attributes.locator('.attribute').last().getByRole('button');
    await last.focus();
    await expect(last).toBeInViewport();
    await expect(last).toHaveAccessibleName('Copy name 299');
    simulator.control.remove(call);
    await expect(attributes).toBeHidden();
  }
});

test('snapshots without attributes, queue or endpoint still show the call', async ({ simulator, phone }) => {
  simulator.control.setSnapshotShape((snapshot) => ({
    ...snapshot,
    contacts: (snapshot['contacts'] as readonly Record<string, unknown>[]).map(
      ({ attributes: _attributes, queue: _queue, queueTimestamp: _since, customerEndpoint: _endpoint, ...contact }) =>
        contact,
    ),
  }));
  simulator.control.ring({ phoneNumber: '+442079460123' });
  await expect(phone.getByText('This contact has no attributes.')).toBeVisible();
  await phone.getByRole('button', { name: 'Answer', exact: true }).click();
  await expect(phone.getByRole('button', { name: 'Hang up', exact: true })).toBeVisible();
});

test('a snapshot without the chosen status falls back to the effective one', async ({ simulator, phone }) => {
  simulator.control.setSnapshotShape(({ agentAvailabilityState: _chosen, ...snapshot }) => snapshot);
  await expect(phone.getByRole('button', { name: 'Status: Available' })).toBeVisible();
});
