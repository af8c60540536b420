import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import type { Frame } from '@playwright/test';
import { test as desktopTest, noted, oneAppDesktopTest } from '../support/desktop-test.js';
import type { OneAppWorkerFixtures } from '../support/one-app-test.js';
import { expect } from '../support/phone-test.js';

const attachment = (name: string): string => `attachment; filename="${name}"`;

/** What a panel written by hand answers to each path. */
const ANSWERS: Readonly<Record<string, (response: ServerResponse, request: IncomingMessage) => void>> = {
  '/ccp-v2/': (response) => response.setHeader('content-type', 'text/html').end('<title>panel</title><body>'),
  '/invoice': (response) => response.setHeader('content-disposition', attachment('invoice.pdf')).end('%PDF-1.4'),
  '/program': (response) => response.setHeader('content-disposition', attachment('invoice.pdf.ExE')).end('MZ'),
  '/outside': (response) => response.setHeader('content-disposition', attachment('..\\\\..\\\\CON.txt')).end('text'),
  '/large': (response) => {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment('film.mp4'),
      'content-length': '500000000',
    });
    response.write('x'.repeat(1_000));
  },
  '/endless': (response) => {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment('endless.log'),
    });
    const chunk = 'x'.repeat(100_000);
    const more = (): void => {
      while (!response.destroyed && response.write(chunk));
    };
    response.on('drain', more);
    more();
  },
  '/broken': (response) => {
    response.writeHead(200, {
      'content-type': 'application/octet-stream',
      'content-disposition': attachment('broken.pdf'),
      'content-length': '1000',
    });
    response.write('x', () => setImmediate(() => response.destroy()));
  },
};

const settingsFile = JSON.stringify({ maxDownloadMb: 1 });
const answerByHand: RequestListener = (request, response) => {
  const answer = ANSWERS[request.url ?? ''];
  if (answer === undefined) response.writeHead(404).end();
  else answer(response, request);
};

const test = oneAppDesktopTest.extend<object, Pick<OneAppWorkerFixtures, 'start'>>({
  start: [{ settingsFile, environment: {}, executable: undefined }, { scope: 'worker' }],
  simulatorPort: 0,
  ccpUrl: async ({ serve, running }, use) => {
    await serve(answerByHand, running.port);
    await use(running.ccpUrl);
  },
});

/** For what must not have begun: a running app is fast enough to say so before Chromium has taken its own file away. */
const ownAppTest = desktopTest.extend({
  settingsFile,
  ccpUrl: async ({ serve }, use) => use(`${await serve(answerByHand)}/ccp-v2/`),
});

const follow = (panel: Frame, address: string) =>
  panel.evaluate((href) => {
    const link = document.createElement('a');
    link.href = href;
    document.body.append(link);
    link.click();
  }, address);

test('an attachment is saved under a free name, shown in its folder, and never opened', async ({
  desktopApp,
  panel,
  phone,
  downloads,
}) => {
  writeFileSync(join(downloads, 'invoice.pdf'), 'another one');
  await follow(panel, '/invoice');
  await expect(phone.getByText('invoice (2).pdf is in your Downloads folder.')).toBeVisible();
  expect(readFileSync(join(downloads, 'invoice.pdf'), 'utf8')).toBe('another one');
  expect(readFileSync(join(downloads, 'invoice (2).pdf'), 'utf8')).toBe('%PDF-1.4');
  await phone.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(async () => (await noted(desktopApp)).inFolder).toEqual([join(downloads, 'invoice (2).pdf')]);
  expect((await noted(desktopApp)).opened).toEqual([]);
  await phone.getByRole('button', { name: 'Dismiss' }).click();
  await expect(phone.getByText('invoice (2).pdf')).toHaveCount(0);
});

test('a file that the panel makes itself is saved', async ({ panel, phone, downloads }) => {
  await panel.evaluate(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['a line']));
    link.download = 'agent-log.txt';
    link.click();
  });
  await expect(phone.getByText('agent-log.txt is in your Downloads folder.')).toBeVisible();
  expect(readFileSync(join(downloads, 'agent-log.txt'), 'utf8')).toBe('a line');
});

ownAppTest('a program is refused with one sentence', async ({ panel, phone, downloads }) => {
  await follow(panel, '/program');
  await expect(phone.getByRole('alert').filter({ hasText: 'invoice.pdf.ExE was not saved' })).toBeVisible();
  expect(readdirSync(downloads)).toEqual([]);
});

test('a name from outside leads nowhere else', async ({ panel, phone, downloads, profile }) => {
  await follow(panel, '/outside');
  await expect(phone.getByText(/is in your Downloads folder/)).toBeVisible();
  expect(readdirSync(downloads)).toHaveLength(1);
  expect(readdirSync(downloads)[0]).toMatch(/^[^\\/:]*CON\.txt$/);
  expect(existsSync(join(profile, 'CON.txt'))).toBe(false);
});

ownAppTest('a file that says it is too large is not begun', async ({ panel, phone, downloads }) => {
  await follow(panel, '/large');
  await expect(phone.getByText('film.mp4 was not saved, as it is larger than 1 MB', { exact: false })).toBeVisible();
  expect(readdirSync(downloads)).toEqual([]);
});

test('a file without an end is stopped at the limit', async ({ panel, phone, downloads }) => {
  await follow(panel, '/endless');
  await expect(phone.getByText('endless.log was not saved, as it is larger than 1 MB', { exact: false })).toBeVisible();
  await expect.poll(() => readdirSync(downloads)).toEqual([]);
});

test('a file that breaks off is told', async ({ panel, phone, downloads }) => {
  await follow(panel, '/broken');
  await expect(phone.getByText('broken.pdf could not be saved', { exact: false })).toBeVisible();
  await expect.poll(() => readdirSync(downloads)).toEqual([]);
});

ownAppTest('a file from another place without encryption is refused', async ({ panel, phone, downloads, serve }) => {
  const stranger = await serve((_request, response) =>
    response.setHeader('content-disposition', attachment('a.pdf')).end('a'),
  );
  // In a frame of the panel's own: the panel itself is kept at its origin.
  await panel.evaluate((address) => {
    const frame = document.createElement('iframe');
    frame.src = address;
    document.body.append(frame);
  }, `${stranger}/a`);
  await expect(phone.getByText('a.pdf was not saved, as only files', { exact: false })).toBeVisible();
  expect(readdirSync(downloads)).toEqual([]);
});

ownAppTest('the page shows only files that were saved', async ({ panel: _loaded, phone, desktopApp }) => {
  const answer = await phone.evaluate(() => window.switchhook.showDownload({ downloadId: 7 }));
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'failed' } });
  expect((await noted(desktopApp)).inFolder).toEqual([]);
});

test('a file is chosen for upload in the panel', async ({ panel, phone, profile }) => {
  const file = join(profile, 'photo.txt');
  writeFileSync(file, 'a photo');
  await panel.evaluate(() => {
    const input = document.createElement('input');
    input.type = 'file';
    document.body.append(input);
  });
  const chooser = phone.waitForEvent('filechooser');
  await panel.locator('input').click();
  await (await chooser).setFiles(file);
  expect(await panel.evaluate(() => document.querySelector('input')?.files?.[0]?.text())).toBe('a photo');
});
