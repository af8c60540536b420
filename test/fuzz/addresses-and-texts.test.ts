import { resolve, sep } from 'node:path';
import fc from 'fast-check';
import { describe, expect } from 'vitest';
import { commandSchema } from '../../contract/command.js';
import { panelTroubleSchema } from '../../contract/health.js';
import { requests } from '../../contract/requests.js';
import { isPanelAddress } from '../../main/app/environment.js';
import { judgeDownload } from '../../main/downloads/judge-download.js';
import { safeName, uniqueName } from '../../main/downloads/safe-name.js';
import { contentPolicy } from '../../main/security/content-policy.js';
import { mayNavigate } from '../../main/security/navigation.js';
import { mayUse } from '../../main/security/permissions.js';
import { hostOf, isPanelPage, judgePopUp, judgeStep } from '../../main/sign-in/judge-address.js';
import { logOutAddress } from '../../main/sign-in/sign-out.js';
import { panelTroubleOf } from '../../main/windows/panel-trouble.js';
import { readAddress, readLoginAddress } from '../../renderer/models/ccp-address.js';
import {
  formatNumber,
  formatTyped,
  loadTelephoneNumbers,
  readNumber,
} from '../../renderer/models/telephone-numbers.js';
import { mapAttributes } from '../../renderer/phone/contact-slice.js';
import { isE164 } from '../../renderer/phone/e164.js';
import { splitMiddle } from '../../renderer/ui/split-middle.js';
import { makeVisible } from '../../renderer/ui/visible-text.js';
import { fuzz } from './fuzz-run.js';
import { anyText, damaged, junk } from './junk.js';

const hosts = [
  'a.my.connect.aws',
  'a.awsapps.com',
  'a.my.connect.aws.evil.example',
  'login.example',
  'evil.example',
  'a.b;sandbox',
  '*.example',
  '*',
  "a.b'x",
  'аmazon.example',
  '127.0.0.1:7',
  'localhost',
  '[::1]',
  '[::ffff:127.0.0.1]',
  '0x7f.1',
  'a.example.',
  'A.My.Connect.AWS',
];
const address: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(
        fc.constantFrom(
          'https://',
          'http://',
          'HTTPS://',
          'https:/\\',
          '',
          '//',
          'ftp://',
          'blob:https://',
          'file:///',
        ),
        fc.constantFrom('', '', '', 'u:p@', 'login.example@', 'a.my.connect.aws%40'),
        fc.oneof(fc.constantFrom(...hosts), anyText),
        fc.constantFrom('', '/', '/ccp', '/ccp-v2/', '/connect/ccp-v2', '/..%2f..%2f', '\t/x', '#\n', '?a=b'),
        fc.constantFrom('', '', ' ', '\u202E', '\n'),
      )
      .map((parts) => parts.join('')),
  },
  { weight: 1, arbitrary: fc.webUrl() },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'javascript:alert(1)',
      'data:text/html,x',
      'about:blank',
      'tel:+1',
      'ms-word:x',
      'https:',
    ),
  },
  { weight: 1, arbitrary: anyText },
);
const ownHosts = new Set(['a.my.connect.aws', 'login.example']);
const allowedHosts = new Set([...ownHosts, 'idp.example']);
const places = {
  ccpUrl: 'https://a.my.connect.aws/ccp-v2/',
  loginUrl: 'https://login.example/',
  mayBeLocal: false,
  allowedHosts: () => ['idp.example'],
};

describe('any address', () => {
  fuzz('goes only where its tables let it', 8, fc.tuple(address, fc.integer({ min: 0, max: 4 })), ([text, depth]) => {
    const parsed = URL.canParse(text) ? new URL(text) : null;
    const step = judgeStep(text, places);
    const popUp = judgePopUp(text, places, depth);
    if (step === 'goOn') expect(allowedHosts.has(parsed?.host ?? '')).toBe(true);
    if (step !== 'refused') expect([parsed?.protocol, parsed?.username, parsed?.password]).toEqual(['https:', '', '']);
    if (popUp === 'signInWindow') expect([step, depth <= 2]).toEqual(['goOn', true]);
    if (popUp === 'signInWindow' && depth < 2) expect(ownHosts.has(parsed?.host ?? '')).toBe(true);
    if (popUp === 'defaultBrowser') expect(parsed?.protocol).toBe('https:');
    const bounds = { pageOrigin: 'https://switchhook.localhost', panelOrigin: 'https://a.my.connect.aws' };
    if (mayNavigate({ frame: 'top', address: text }, bounds)) expect(parsed?.host).toBe('switchhook.localhost');
    if (mayNavigate({ frame: 'panel', address: text }, bounds)) expect(parsed?.host).toBe('a.my.connect.aws');
    if (isPanelPage(text, places.ccpUrl)) expect(parsed?.host).toBe('a.my.connect.aws');
    hostOf(text);
    for (const permission of ['media', 'geolocation', 'display-capture']) {
      const granted = mayUse(permission, text, { page: 'https://switchhook.localhost', panel: null });
      if (granted) expect([permission, text]).toEqual(['media', 'https://switchhook.localhost']);
    }
    panelTroubleSchema
      .nullish()
      .parse(panelTroubleOf({ kind: 'answered', httpStatus: 200, address: text }, places.ccpUrl));
    panelTroubleSchema
      .nullish()
      .parse(panelTroubleOf({ kind: 'failed', errorCode: -27, address: text }, places.ccpUrl));
  });

  fuzz('that may be framed gives no more than one host to the policy of the page', 3, address, (text) => {
    if (!isPanelAddress(text, true)) return;
    const { origin } = new URL(text);
    expect(contentPolicy(origin).split('; ')).toHaveLength(contentPolicy(null).split('; ').length);
    expect(contentPolicy(origin).split(';')).toHaveLength(contentPolicy(null).split(';').length);
    expect(contentPolicy(origin)).not.toContain('*');
    logOutAddress(text);
  });

  fuzz('that the page takes for a panel is one to the desktop side as well', 4, address, (text) => {
    const entered = readAddress(text);
    const login = readLoginAddress(text);
    if (entered.kind === 'address') {
      expect(isPanelAddress(entered.address, true)).toBe(true);
      expect(new URL(entered.address).hostname).not.toMatch(/connect\.aws\.|xn--/);
      const change = { ccpUrl: entered.address, region: '', loginUrl: '' };
      expect(requests.changeAddress.input.safeParse(change).success).toBe(entered.address.length <= 2_048);
    }
    if (login !== null && login !== '') expect(isPanelAddress(login, true)).toBe(true);
  });

  fuzz(
    'of a file is the panel’s own or secure, and its name leads nowhere else',
    4,
    fc.tuple(
      fc.array(address, { maxLength: 3 }),
      anyText,
      fc.constantFrom('', '.exe', '.EXE. ', '.pdf', '/..', ':x'),
      fc.double(),
    ),
    ([addresses, name, ending, totalBytes]) => {
      const safe = safeName(name + ending);
      expect(resolve('/saved', safe)).toBe(['', 'saved', safe].join(sep));
      expect(safe).not.toMatch(/[\p{Cc}\p{Cf}<>:"/\\|?*]|^\.|[. ]$/u);
      expect(Buffer.byteLength(safe)).toBeLessThanOrEqual(200);
      expect(safeName(safe)).toBe(safe);
      expect(uniqueName(safe, (each) => each === safe)).not.toBe(safe);
      const file = { fromPhone: true, addresses, name: safe, totalBytes };
      if (judgeDownload(file, { panelOrigin: 'https://a.my.connect.aws', maxMb: 1 }) !== null) return;
      expect(
        addresses.every(
          (each) => new URL(each).protocol === 'https:' || new URL(each).origin === 'https://a.my.connect.aws',
        ),
      ).toBe(true);
      expect(safe).not.toMatch(/\.exe$/i);
      expect(totalBytes > 1_000_000).toBe(false);
    },
  );
});

const typedNumber = fc.oneof(
  anyText,
  fc.string({ unit: fc.constantFrom(...'+0123456789 ()-./,;*#xext٠١٢３'), maxLength: 60 }),
  fc.integer({ min: 0 }).map((digits) => `+${digits}`),
);
const country = fc.constantFrom('US', 'DE', 'IT', 'ZZ', 'AQ', 'XK');

describe('any number', () => {
  fuzz(
    'is dialled in the form of the world or not at all',
    5,
    fc.tuple(typedNumber, country),
    async ([typed, home]) => {
      await loadTelephoneNumbers();
      formatTyped(typed, home);
      formatNumber(typed);
      const reading = await readNumber(typed, home, []);
      if (reading.kind !== 'number') return;
      expect(isE164(reading.phoneNumber)).toBe(true);
      expect(commandSchema.safeParse({ kind: 'dial', phoneNumber: reading.phoneNumber }).success).toBe(true);
    },
  );
});

const attributes = fc
  .dictionary(anyText, fc.oneof(anyText, fc.record({ name: anyText, value: fc.oneof(anyText, junk) })), { maxKeys: 8 })
  .map((record): unknown => record);

describe('any attributes', () => {
  fuzz('become names and values of text, as many as there are', 4, fc.oneof(damaged(attributes), junk), (given) => {
    const mapped = mapAttributes(given);
    for (const attribute of mapped) {
      expect(typeof attribute.name).toBe('string');
      expect(typeof attribute.value).toBe('string');
      expect(Object.keys(attribute)).toEqual(['name', 'value']);
      if (!Array.isArray(given)) expect(Object.hasOwn(given as object, attribute.name)).toBe(true);
    }
  });

  fuzz('are shown with nothing hidden and nothing lost', 2.8, anyText, (text) => {
    const shown = makeVisible(text);
    expect(shown.replaceAll(/[\t\n\u200c\u200d]/g, '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    const { head, tail } = splitMiddle(text);
    expect(head + tail).toBe(text);
  });
});
