import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hookFor } from '../../../../main/hook/hook-access.js';
import { readHookToken } from '../../../../main/hook/read-hook-token.js';
import { makeTemporaryFolder } from '../temporary-folder.js';

function put(content: string | Uint8Array): string {
  const path = join(makeTemporaryFolder(), 'token');
  writeFileSync(path, content);
  return path;
}

it.each([
  ['T0KEN', 'T0KEN'],
  ['  T0KEN \n', 'T0KEN'],
  ['T0KEN\r\nrotated every month', 'T0KEN'],
  ['\uFEFFT0KEN\n', 'T0KEN'],
  ['a.b~c+d/e_f-g==\n', 'a.b~c+d/e_f-g=='],
  ['x'.repeat(4_096), 'x'.repeat(4_096)],
])('is the first line without blanks: %j', (content, token) => expect(readHookToken(put(content))).toBe(token));

it.each([
  ['', 'nothing in it'],
  ['\nT0KEN', 'an empty first line'],
  ['two words', 'a blank in it'],
  ['T0KEN\u0000', 'what no header may carry'],
  ['tökén', 'more than ASCII'],
  ['x'.repeat(4_097), 'no end within 4 KB'],
])('is none: %#', (content) => expect(readHookToken(put(content))).toBeNull());

it('is none where there is no file, and nobody waits for a pipe', () => {
  const folder = makeTemporaryFolder();
  expect(readHookToken('')).toBeNull();
  expect(readHookToken(join(folder, 'gone'))).toBeNull();
  expect(readHookToken(folder)).toBeNull();
  const pipe = join(folder, 'pipe');
  execFileSync('mkfifo', [pipe]);
  expect(readHookToken(pipe)).toBeNull();
});

it('is read anew each time, for an agent who is known at a hook that there is', () => {
  const tokenFile = put('first');
  const place = { url: 'https://hook.example', tokenFile };
  expect(hookFor(place, 'arn:ada')).toEqual({ url: place.url, token: 'first', agentId: 'arn:ada' });
  writeFileSync(tokenFile, 'second');
  expect(hookFor(place, 'arn:ada')?.token).toBe('second');
  expect(hookFor(place, null)).toBeNull();
  expect(hookFor({ ...place, url: '' }, 'arn:ada')).toBeNull();
  expect(hookFor({ ...place, tokenFile: '' }, 'arn:ada')).toBeNull();
});
