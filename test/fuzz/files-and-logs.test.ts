import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { afterAll, beforeEach, describe, expect } from 'vitest';
import { settingsProblemSchema, settingsSchema, settingsShape } from '../../contract/settings.js';
import { isPanelAddress } from '../../main/app/environment.js';
import { openLog } from '../../main/app/log.js';
import { resolveSettings } from '../../main/settings/resolve-settings.js';
import { readSettingsFile } from '../../main/settings/settings-file.js';
import { allowHost, hostsAllowedFor } from '../../main/sign-in/allowed-hosts.js';
import { fuzz } from './fuzz-run.js';
import { anyText, damaged, junk } from './junk.js';

const folder = mkdtempSync(join(tmpdir(), 'switchhook-fuzz-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true });
});

const wholeSettings = fc.record(
  {
    ccpUrl: fc.constantFrom('', 'https://a.my.connect.aws/ccp-v2/', 'http://127.0.0.1:7/', 'ftp://a.example/'),
    appOrigin: fc.constantFrom('https://switchhook.localhost', 'https://a.example:8443', 'https://a.example/x', '*'),
    loginUrl: fc.constantFrom('', 'https://login.example/', 'javascript:alert(1)'),
    signInHosts: fc.dictionary(anyText, fc.array(anyText, { maxLength: 3 }), { maxKeys: 3 }),
    region: fc.constantFrom('', 'eu-central-1'),
    theme: fc.constantFrom('system', 'light', 'dark', 'pink'),
    dialCountry: fc.constantFrom('US', 'DE', 'us', 'ZZ'),
    maxDownloadMb: fc.oneof(fc.integer(), fc.double()),
    customerNameAttributes: fc.array(anyText, { maxLength: 4 }),
    ofTheFuture: junk,
  },
  { requiredKeys: [] },
);

const spell = (value: unknown): string =>
  JSON.stringify(value, (_name, member: unknown) => (typeof member === 'bigint' ? String(member) : member)) ?? '';
const nested = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
const settingsText = fc.oneof(
  { weight: 6, arbitrary: damaged(wholeSettings).map(spell) },
  { weight: 2, arbitrary: fc.tuple(wholeSettings, fc.nat()).map(([all, at]) => spell(all).slice(0, at % 200)) },
  { weight: 1, arbitrary: anyText },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 20_000 }).map((depth) => `{"theme":${nested(depth)}}`) },
  {
    weight: 1,
    arbitrary: anyText.map((name) => `{"__proto__":{"polluted":1},"constructor":1,"theme":${spell(name)}}`),
  },
);

describe('the settings on any file', () => {
  fuzz('are good ones or the defaults, each bad one is told, and no file is lost', 8, settingsText, (text) => {
    const file = join(folder, 'settings.json');
    writeFileSync(file, text);
    const stored = readSettingsFile(folder, new Date(0));
    for (const packaged of [true, false]) {
      const { values, provenance, problems } = resolveSettings({ user: stored.values }, packaged);
      expect(settingsSchema.parse(values)).toEqual(values);
      for (const problem of problems) settingsProblemSchema.parse(problem);
      expect(values.ccpUrl === '' || isPanelAddress(values.ccpUrl, !packaged)).toBe(true);
      for (const name of Object.keys(settingsShape) as (keyof typeof settingsShape)[]) {
        const told = problems.some((problem) => problem.name === name);
        expect(Object.hasOwn(stored.values, name)).toBe(told || provenance[name] === 'user');
      }
    }
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    if (stored.problem === null) expect(existsSync(file)).toBe(true);
    else expect(readFileSync(join(folder, stored.problem.name), 'utf8')).toBe(Buffer.from(text).toString());
    for (const name of readdirSync(folder)) rmSync(join(folder, name));
  });

  fuzz(
    'allow a host for its own instance only',
    2,
    fc.array(fc.tuple(anyText, anyText), { maxLength: 80 }),
    (pairs) => {
      let allowed = {};
      for (const [instance, host] of pairs) {
        const others = [...new Set(pairs.map(([name]) => name))].filter((name) => name !== instance);
        const before = others.map((name) => hostsAllowedFor(allowed, name));
        allowed = allowHost(allowed, instance, host);
        expect(hostsAllowedFor(allowed, instance)).toContain(host);
        expect(others.map((name) => hostsAllowedFor(allowed, name))).toEqual(before);
      }
    },
  );
});

/** Found in nothing else that is written. */
const secret = fc
  .string({ unit: fc.constantFrom(...'ABCDEFGHJKLMNPQRSTUVWXYZ23456789qvz'), minLength: 10, maxLength: 60 })
  .map((text) => `Zq${text}`);
const passPhrase = fc.tuple(secret, secret).map(([one, other]) => `${one} ${other}`);
const number = fc
  .array(fc.integer({ min: 1, max: 9 }), { minLength: 8, maxLength: 14 })
  .map((digits) => `+49${digits.join('')}`);
const secretName = fc.constantFrom(
  ...['token', 'accessToken', 'refresh_token', 'id-token', 'password', 'Password', 'client_secret', 'bearer'],
);

interface Planted {
  /** What is written. */
  readonly text: string;
  /** What must not be. */
  readonly secrets: readonly string[];
}

/** A record some levels deep with a secret in it, spelled as logs spell records. */
const inRecord: fc.Arbitrary<Planted> = fc
  .record({
    name: secretName,
    secret: fc.oneof(secret, passPhrase),
    around: fc.dictionary(fc.string({ maxLength: 8 }), fc.oneof(fc.string({ maxLength: 12 }), fc.nat()), {
      maxKeys: 4,
    }),
    depth: fc.integer({ min: 0, max: 3 }),
    spelling: fc.constantFrom<(value: object) => string>(
      (value) => JSON.stringify(value),
      (value) => JSON.stringify(value, null, 2),
      (value) => JSON.stringify(JSON.stringify(value)),
      (value) => JSON.stringify({ body: JSON.stringify({ body: JSON.stringify(value) }) }),
      (value) => inspect(value, { depth: 9 }),
    ),
  })
  .map(({ name, secret: planted, around, depth, spelling }) => {
    let value: object = { ...around, [name]: planted };
    for (let level = 0; level < depth; level += 1) value = level % 2 === 0 ? { list: [value] } : { data: value };
    return { text: spelling(value), secrets: planted.split(' ') };
  });

const inAddress: fc.Arbitrary<Planted> = fc
  .tuple(fc.constantFrom('https', 'http', 'wss', 'ws'), secret, fc.constantFrom('code', 'id_token', 'X-Amz-Credential'))
  .chain(([scheme, planted, name]) =>
    fc
      .constantFrom(
        `GET ${scheme}://a.example/b?x=1&${name}=${planted}#top failed`,
        `${scheme}://a.example/b#${name}=${planted}`,
        `${scheme}://agent:${planted}@a.example/b`,
        `/b?next=${encodeURIComponent(`token=${planted}&x`)}`,
      )
      .map((text) => ({ text, secrets: [planted] })),
  );

const inHeader: fc.Arbitrary<Planted> = fc
  .tuple(secret, secret)
  .chain(([one, other]) =>
    fc
      .constantFrom(
        `Cookie: a=${one}; b=${other}`,
        `Authorization: Bearer ${one}.${other}`,
        `authorization: Basic ${one}==`,
        `set-cookie: lily=${one}; path=/`,
        `Proxy-Authorization: Digest username="x", response="${one}"`,
      )
      .map((text) => ({ text, secrets: text.includes(other) ? [one, other] : [one] })),
  );

const inSentence: fc.Arbitrary<Planted> = fc.oneof(
  number.map((planted) => ({ text: `called ${planted} twice`, secrets: [planted.slice(4)] })),
  secret.map((planted) => ({ text: `from ${planted}@a.example`, secrets: [planted] })),
);

const planted = fc.oneof(inRecord, inAddress, inHeader, inSentence);

/** A line that is read by people and by programs that take any of these for a new one. */
const lineEnds = /[\n\v\f\r\u0085\u2028\u2029]/;
const longestLine = 20_000;
const slowMs = 1_000;

describe('the log', () => {
  fuzz(
    'holds none of the secrets in what it is given, in one line',
    6,
    fc.record({ planted, before: anyText, after: anyText }),
    ({ planted: { text, secrets }, before, after }) => {
      const file = join(folder, 'switchhook.log');
      openLog(folder).write('uncaught-exception', { error: `${before}\n${text}\n${after}`, count: 1, gone: null });
      const line = readFileSync(file, 'utf8');
      rmSync(file);
      for (const each of secrets) expect(line).not.toContain(each);
      expect(line.slice(0, -1)).not.toMatch(lineEnds);
      expect(line.endsWith('\n')).toBe(true);
    },
  );

  fuzz(
    'takes text of any length in a short time and keeps its lines short',
    0.2,
    fc.tuple(
      fc.constantFrom(
        'a',
        'a.',
        '1(',
        'http://',
        'token',
        'cookie=',
        '\n',
        ' ',
        '+',
        '-',
        'a.b-',
        '💥',
        '@',
        'a@',
        '"',
      ),
      fc.constantFrom(10, 1_000, 200_000),
    ),
    ([piece, times]) => {
      const file = join(folder, 'switchhook.log');
      const began = performance.now();
      openLog(folder).write('page-failed', { error: piece.repeat(times) });
      expect(performance.now() - began).toBeLessThan(slowMs);
      expect(readFileSync(file, 'utf8').length).toBeLessThan(longestLine);
      rmSync(file);
    },
  );
});
