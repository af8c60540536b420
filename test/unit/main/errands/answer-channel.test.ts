import { existsSync, mkdirSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { awaitAnswer } from '../../../../main/errands/await-answer.js';
import { bringAnswer } from '../../../../main/errands/bring-answer.js';
import { makeTemporaryFolder } from '../temporary-folder.js';

const soon = { takeUpLimitMs: 60, answerLimitMs: 60 };
const isWindows = process.platform === 'win32';

describe('the way back of an answer', () => {
  it('brings one answer and leaves nothing behind', async () => {
    const channel = awaitAnswer();
    await bringAnswer(channel.address)({ code: 1, text: 'No' });
    expect(await channel.answer).toEqual({ code: 1, text: 'No' });
    if (!isWindows) expect(existsSync(dirname(channel.address))).toBe(false);
  });

  it('waits for an answer that takes its time once it was taken up', async () => {
    const channel = awaitAnswer({ takeUpLimitMs: 100, answerLimitMs: 5_000 });
    const tell = bringAnswer(channel.address);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tell({ code: 0, text: '{}' });
    expect(await channel.answer).toEqual({ code: 0, text: '{}' });
  });

  it.skipIf(isWindows)('is nobody else’s: a folder of this user alone, with another name each time', () => {
    const channels = [awaitAnswer(), awaitAnswer()];
    for (const { address } of channels) expect(statSync(dirname(address)).mode & 0o777).toBe(0o700);
    expect(channels[0]?.address).not.toBe(channels[1]?.address);
    for (const { close } of channels) close();
    for (const { address } of channels) expect(existsSync(dirname(address))).toBe(false);
  });

  it('ends without an answer when nobody comes', async () => {
    expect(await awaitAnswer(soon).answer).toBeNull();
  });

  it('ends without an answer when the app takes it up and says nothing, or leaves', async () => {
    const silent = awaitAnswer(soon);
    bringAnswer(silent.address);
    expect(await silent.answer).toBeNull();
    const left = awaitAnswer();
    connect(left.address).end();
    expect(await left.answer).toBeNull();
  });

  it.each(['', 'nonsense', '{"code":1}', '{"code":-1,"text":""}', '{"code":0,"text":7}', '[]', 'x'.repeat(100_000)])(
    'takes no nonsense for an answer: %#',
    async (said) => {
      const channel = awaitAnswer();
      const socket = connect(channel.address, () => socket.end(said));
      socket.on('error', () => undefined);
      expect(await channel.answer).toBeNull();
    },
  );

  it('brings nothing to a caller who has left, and waits for none', async () => {
    const channel = awaitAnswer();
    channel.close();
    await bringAnswer(channel.address)({ code: 0, text: '' });
  });

  it.skipIf(isWindows)('goes nowhere but to places that a caller makes', async () => {
    const folder = makeTemporaryFolder();
    mkdirSync(join(folder, 'other'));
    const address = join(folder, 'other', 'answer');
    let visits = 0;
    const server = createServer(() => {
      visits += 1;
    });
    await new Promise<void>((resolve) => server.listen(address, resolve));
    for (const place of [address, null, '', 'relative/switchhook-abcdef/answer', '/run/dbus/socket']) {
      await bringAnswer(place)({ code: 0, text: '' });
    }
    expect(visits).toBe(0);
    server.close();
  });
});
