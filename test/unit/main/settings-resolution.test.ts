import { describe, expect, it } from 'vitest';
import { defaultAppOrigin, type SettingName, settingsShape } from '../../../contract/settings.js';
import { resolveSettings } from '../../../main/settings/resolve-settings.js';

const names = Object.keys(settingsShape) as SettingName[];

describe('resolveSettings', () => {
  it('gives every setting its default when no source says anything', () => {
    const { values, provenance, problems } = resolveSettings({}, false);
    expect(values).toEqual({
      ccpUrl: '',
      appOrigin: defaultAppOrigin,
      loginUrl: '',
      signInHosts: {},
      region: '',
      theme: 'system',
      whenClosed: 'ask',
      dialCountry: 'US',
      spellCheckDictionaryUrl: '',
      maxDownloadMb: 100,
      exitLedgerDays: 90,
      guardian: true,
      offlineOnSuspend: true,
      recoverAtLogin: true,
      confirmLinks: true,
      startAtLogin: false,
      hookUrl: '',
      hookTokenFile: '',
      leaseIntervalSeconds: 15,
      leaseSeconds: 45,
      hotkeyAnswer: 'Ctrl+Shift+F5',
      hotkeyDecline: 'Ctrl+Shift+F6',
      hotkeyHangUp: 'Ctrl+Shift+F7',
      hotkeyMute: 'Ctrl+Shift+F8',
      hotkeyHold: 'Ctrl+Shift+F9',
      hotkeyNextStatus: 'Ctrl+Shift+F10',
      hotkeyClear: 'Ctrl+Shift+F11',
      hotkeyShowWindow: 'Ctrl+Shift+F12',
      hotkeyDialClipboard: '',
      headsets: [],
      toastOnRing: true,
      miniWindow: true,
      notifications: true,
      toastAttributes: [],
      toastPlace: null,
      customerNameAttributes: ['customerName', 'CustomerName', 'customer_name', 'Customer name', 'name'],
    });
    expect(Object.keys(provenance).sort()).toEqual([...names].sort());
    expect(new Set(Object.values(provenance))).toEqual(new Set(['default']));
    expect(problems).toEqual([]);
  });

  it('lets the switch win over policy and policy over the agent, and says so', () => {
    const user = { theme: 'dark', dialCountry: 'DE', region: 'eu-central-1' };
    const policy = { theme: 'light', dialCountry: 'FR' };
    const { values, provenance } = resolveSettings({ switch: { theme: 'system' }, policy, user }, false);
    expect(values).toMatchObject({ theme: 'system', dialCountry: 'FR', region: 'eu-central-1' });
    expect(provenance).toMatchObject({
      theme: 'switch',
      dialCountry: 'policy',
      region: 'user',
      appOrigin: 'default',
    });
  });

  it.each([
    ['ccpUrl', 'not an address'],
    ['ccpUrl', 'ftp://example.com/'],
    ['ccpUrl', 'javascript:alert(1)'],
    ['ccpUrl', null],
    ['appOrigin', 'http://switchhook.localhost'],
    ['appOrigin', 'https://switchhook.localhost/path'],
    ['appOrigin', 'https://user@switchhook.localhost'],
    ['appOrigin', 'https://user:word@switchhook.localhost'],
    ['appOrigin', 'https://switchhook.localhost/'],
    ['appOrigin', 'https://switchhook.localhost?x'],
    ['appOrigin', 'https://SWITCHHOOK.localhost'],
    ['appOrigin', 'https://switchhook.localhost; script-src *'],
    ['appOrigin', ''],
    ['appOrigin', 443],
    ['loginUrl', 'http://login.example/'],
    ['loginUrl', 'https://user:word@login.example/'],
    ['loginUrl', 'login'],
    ['signInHosts', ['login.example']],
    ['signInHosts', { 'a.my.connect.aws': 'login.example' }],
    ['region', 'x'.repeat(33)],
    ['theme', 'blue'],
    ['dialCountry', 'us'],
    ['dialCountry', 49],
    ['spellCheckDictionaryUrl', 'http://example.com/dictionaries/'],
    ['spellCheckDictionaryUrl', 'file:///dictionaries/'],
    ['maxDownloadMb', 0],
    ['maxDownloadMb', 0.5],
    ['maxDownloadMb', '100'],
    ['maxDownloadMb', 4097],
    ['hookUrl', 'http://hook.example/'],
    ['hookUrl', 'https://user:word@hook.example/'],
    ['hookUrl', 'https://hook.example/?x=1'],
    ['hookUrl', 'https://hook.example/#x'],
    ['hookUrl', 'file:///hook'],
    ['hookUrl', `https://hook.example/${'x'.repeat(2048)}`],
    ['hookTokenFile', 'token'],
    ['hookTokenFile', './token'],
    // Another computer, which may keep its reader waiting.
    ['hookTokenFile', '\\\\server\\share\\token'],
    ['leaseIntervalSeconds', 0],
    ['leaseIntervalSeconds', 61],
    ['leaseIntervalSeconds', 1.5],
    ['leaseSeconds', 1],
    ['leaseSeconds', 601],
    ['headsets', {}],
    ['headsets', [{ vendorId: 0x10000, productId: 1, serial: null, name: 'Headset' }]],
    ['headsets', [{ vendorId: 1, productId: 1, serial: '', name: 'Headset' }]],
    ['headsets', Array.from({ length: 17 }, (_, productId) => ({ vendorId: 1, productId, serial: null, name: '' }))],
    ['customerNameAttributes', 'customerName'],
    ['customerNameAttributes', ['']],
    ['customerNameAttributes', Array.from({ length: 17 }, () => 'name')],
  ] as const)('passes over a bad %s (%j), keeps the rest and reports it', (name, value) => {
    const good = name === 'theme' ? { dialCountry: 'DE' } : { theme: 'dark' };
    const { values, provenance, problems } = resolveSettings({ user: { ...good, [name]: value } }, false);
    expect(values).toMatchObject(good);
    expect(values[name]).toEqual(resolveSettings({}, false).values[name]);
    expect(provenance[name]).toBe('default');
    expect(problems).toEqual([{ kind: 'badValue', name }]);
  });

  it('falls back to the next good source, not to the default', () => {
    const { values, provenance } = resolveSettings({ user: { theme: 'dark' }, policy: { theme: 'blue' } }, false);
    expect(values.theme).toBe('dark');
    expect(provenance.theme).toBe('user');
  });

  it('leaves names that are no setting alone, also those every object has', () => {
    const user = JSON.parse('{"fromTheFuture":1,"__proto__":{"theme":"dark"},"toString":"x"}') as Record<
      string,
      unknown
    >;
    const { values, problems } = resolveSettings({ user }, false);
    expect(values).toEqual(resolveSettings({}, false).values);
    expect(problems).toEqual([]);
  });

  it.each(['https://switchhook.localhost', 'https://localhost:4443', 'https://phone.example.com'])(
    'takes the origin %s',
    (appOrigin) => expect(resolveSettings({ user: { appOrigin } }, false).values.appOrigin).toBe(appOrigin),
  );

  // The page is found, trusted and answered by comparing this text with the origin that Chromium computes.
  it.each([
    'https://switchhook.localhost:443',
    'https://localhost:04443',
    'https://localhost:99999',
    'https://1.2.3.4.5',
    'https://127.1',
  ])('never uses an origin that no page could have: %s', (appOrigin) => {
    const used = resolveSettings({ user: { appOrigin } }, false).values.appOrigin;
    expect(URL.canParse(used) ? new URL(used).origin : null).toBe(used);
  });

  // The same rule as for the switch and the agent's own entry, see isPanelAddress.
  it.each(['http://example.my.connect.aws/ccp-v2', 'https://user:word@example.my.connect.aws/ccp-v2'])(
    'passes over a stored instance that may not be framed: %s',
    (ccpUrl) => expect(resolveSettings({ user: { ccpUrl } }, false).values.ccpUrl).toBe(''),
  );

  it.each(['https://hook.example', 'https://hook.example:8443/switchhook/'])('takes the hook %s', (hookUrl) => {
    expect(resolveSettings({ user: { hookUrl } }, true).values.hookUrl).toBe(hookUrl);
  });

  it('takes a hook without TLS on this machine only, and only under development', () => {
    const hookUrl = 'http://127.0.0.1:8080/hook';
    expect(resolveSettings({ user: { hookUrl } }, false).values.hookUrl).toBe(hookUrl);
    expect(resolveSettings({ user: { hookUrl } }, true)).toMatchObject({
      values: { hookUrl: '' },
      problems: [{ kind: 'badValue', name: 'hookUrl' }],
    });
  });

  it.each(['/etc/switchhook/token', 'C:\\ProgramData\\token', 'C:/ProgramData/token'])(
    'takes the token file %s',
    (hookTokenFile) => {
      expect(resolveSettings({ user: { hookTokenFile } }, true).values.hookTokenFile).toBe(hookTokenFile);
    },
  );

  it.each([
    [{ leaseIntervalSeconds: 1, leaseSeconds: 2 }, { leaseIntervalSeconds: 1, leaseSeconds: 2 }, []],
    [{ leaseSeconds: 30 }, { leaseIntervalSeconds: 15, leaseSeconds: 30 }, []],
    [{ leaseSeconds: 29 }, { leaseIntervalSeconds: 15, leaseSeconds: 45 }, ['leaseSeconds']],
    [{ leaseIntervalSeconds: 23 }, { leaseIntervalSeconds: 15, leaseSeconds: 45 }, ['leaseSeconds']],
    [{ leaseIntervalSeconds: 22 }, { leaseIntervalSeconds: 22, leaseSeconds: 45 }, []],
  ])('wants two renewals for each lease: %j', (user, used, bad) => {
    const { values, problems } = resolveSettings({ user }, false);
    expect(values).toMatchObject(used);
    expect(problems.map(({ name }) => name)).toEqual(bad);
  });
});
