import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { contentPolicy } from '../../../main/security/content-policy.js';
import { guardNavigation, mayNavigate, type NavigationStep } from '../../../main/security/navigation.js';
import { installPermissions, mayUse } from '../../../main/security/permissions.js';

const page = 'https://switchhook.localhost';
const panel = 'https://example.my.connect.aws';
const stranger = 'https://evil.example';
const origins = { page, panel };
const bounds = { pageOrigin: page, panelOrigin: panel };

describe('permissions', () => {
  it.each([
    ['media', panel],
    ['media', page],
    ['speaker-selection', panel],
    ['notifications', panel],
    ['hid', page],
    ['clipboard-sanitized-write', page],
    ['clipboard-sanitized-write', panel],
    ['loopback-network', panel],
    ['local-network-access', panel],
  ])('grant %s to %s', (permission, origin) =>
    expect(mayUse(permission, origin, origins, undefined, 'win32')).toBe(true),
  );

  it('refuse notifications of the panel on Linux, where a desktop that hangs would stop the app', () => {
    expect(mayUse('notifications', panel, origins, undefined, 'linux')).toBe(false);
    expect(mayUse('notifications', panel, origins, undefined, 'darwin')).toBe(true);
    expect(mayUse('media', panel, origins, ['audio'], 'linux')).toBe(true);
  });

  it.each([
    ['speaker-selection', page],
    ['notifications', page],
    ['media', stranger],
    ['clipboard-sanitized-write', stranger],
    ['clipboard-read', page],
    ['clipboard-read', panel],
    ['geolocation', panel],
    ['hid', panel],
    ['hid', stranger],
    ['usb', page],
    ['usb', panel],
    ['serial', panel],
    ['fullscreen', panel],
    ['openExternal', panel],
    ['display-capture', panel],
    ['display-capture', page],
    ['display-capture', stranger],
    ['loopback-network', page],
    ['loopback-network', stranger],
    ['local-network', panel],
    ['unheard-of', panel],
    ['media', ''],
    ['media', 'null'],
  ])('refuse %s to %j', (permission, origin) => expect(mayUse(permission, origin, origins)).toBe(false));

  it('refuse the camera, alone and beside the microphone', () => {
    expect(mayUse('media', panel, origins, ['video'])).toBe(false);
    expect(mayUse('media', panel, origins, ['audio', 'video'])).toBe(false);
    expect(mayUse('media', panel, origins, ['audio'])).toBe(true);
  });

  it('refuse a screen, which older versions of Electron ask for as media without a type', () => {
    expect(mayUse('media', panel, origins, [])).toBe(false);
    expect(mayUse('display-capture', panel, origins, ['video'])).toBe(false);
  });

  it('grant nothing to a panel that is not configured', () => {
    expect(mayUse('media', '', { page, panel: null })).toBe(false);
    expect(mayUse('media', panel, { page, panel: null })).toBe(false);
  });

  it('grant nothing to an origin that only looks like the panel', () => {
    expect(mayUse('media', `${panel}.evil.example`, origins)).toBe(false);
    expect(mayUse('media', panel.replace('https', 'http'), origins)).toBe(false);
  });

  type Ask = (contents: null, permission: string, answer: (granted: boolean) => void, details: object) => void;
  type Check = (contents: null, permission: string, requestingOrigin: string, details: object) => boolean;

  function install() {
    const handlers: { ask?: Ask; check?: Check } = {};
    const session = {
      setPermissionRequestHandler: (ask: Ask) => Object.assign(handlers, { ask }),
      setPermissionCheckHandler: (check: Check) => Object.assign(handlers, { check }),
    };
    installPermissions(session as unknown as Session, origins);
    return {
      ask(permission: string, details: object) {
        const answers: boolean[] = [];
        handlers.ask?.(null, permission, (granted) => answers.push(granted), details);
        return answers;
      },
      check: (permission: string, origin: string, details: object = {}) =>
        handlers.check?.(null, permission, origin, details),
    };
  }

  it('are answered once a request, by who asks and not by who is on top', () => {
    const { ask } = install();
    expect(ask('media', { requestingUrl: `${page}/`, securityOrigin: `${panel}/`, mediaTypes: ['audio'] })).toEqual([
      true,
    ]);
    expect(ask('media', { requestingUrl: `${page}/`, securityOrigin: `${stranger}/` })).toEqual([false]);
    expect(ask('media', { requestingUrl: `${panel}/ccp-v2/`, mediaTypes: ['video'] })).toEqual([false]);
    expect(ask('speaker-selection', { requestingUrl: `${panel}/ccp-v2/` })).toEqual([true]);
    expect(ask('speaker-selection', { requestingUrl: 'not an address' })).toEqual([false]);
  });

  it('are checked the same way', () => {
    const { check } = install();
    expect(check('media', `${panel}/`, { mediaType: 'audio' })).toBe(true);
    expect(check('media', `${panel}/`, { mediaType: 'video' })).toBe(false);
    expect(check('media', `${page}/`, { securityOrigin: `${stranger}/` })).toBe(false);
    expect(check('geolocation', `${panel}/`)).toBe(false);
    expect(check('media', '')).toBe(false);
  });
});

describe('navigation', () => {
  it.each([
    ['the page itself', `${page}/`],
    ['a part of the page', `${page}/index.html?x#y`],
  ])('lets the top frame go to %s', (_what, address) =>
    expect(mayNavigate({ frame: 'top', address }, bounds)).toBe(true),
  );

  it.each([
    ['the panel', `${panel}/ccp-v2`],
    ['a stranger', stranger],
    ['a name that begins like ours', `${page}.evil.example/`],
    ['our host without encryption', 'http://switchhook.localhost/'],
    ['our host at another port', `${page}:8443/`],
    ['a file', 'file:///etc/passwd'],
    ['data', 'data:text/html,x'],
    ['a script', 'javascript:alert(1)'],
    ['nothing', ''],
  ])('keeps the top frame from %s', (_what, address) =>
    expect(mayNavigate({ frame: 'top', address }, bounds)).toBe(false),
  );

  it.each([`blob:${page}/1`, `blob:${panel}/1`])('goes nowhere that no server serves: %s', (address) => {
    const bounds = { pageOrigin: page, panelOrigin: panel };
    expect(mayNavigate({ frame: 'top', address }, bounds)).toBe(false);
    expect(mayNavigate({ frame: 'panel', address }, bounds)).toBe(false);
  });

  it('keeps the panel at its own origin, and what it frames as free as its own policy', () => {
    expect(mayNavigate({ frame: 'panel', address: stranger }, bounds)).toBe(false);
    expect(mayNavigate({ frame: 'panel', address: 'about:blank' }, bounds)).toBe(false);
    expect(mayNavigate({ frame: 'panel', address: `${panel}/ccp-v2/` }, bounds)).toBe(true);
    expect(mayNavigate({ frame: 'panel', address: panel }, { ...bounds, panelOrigin: null })).toBe(false);
    expect(mayNavigate({ frame: 'nested', address: stranger }, bounds)).toBe(true);
  });

  it('is held in the window and told of', () => {
    const contents = new EventEmitter();
    const refused: NavigationStep[] = [];
    let prevented = 0;
    guardNavigation(contents as unknown as WebContents, bounds, (step) => refused.push(step));
    const preventDefault = (): void => {
      prevented += 1;
    };
    const step = { isMainFrame: false, url: stranger, preventDefault };
    contents.emit('will-frame-navigate', { ...step, isMainFrame: true });
    contents.emit('will-frame-navigate', { ...step, isMainFrame: true, url: `${page}/` });
    contents.emit('will-frame-navigate', { ...step, frame: { parent: { parent: null } } });
    contents.emit('will-frame-navigate', { ...step, frame: { parent: { parent: { parent: null } } } });
    contents.emit('will-redirect', { ...step, frame: null });
    expect(prevented).toBe(3);
    expect(refused).toEqual([
      { frame: 'top', address: stranger, isRedirect: false },
      { frame: 'panel', address: stranger, isRedirect: false },
      { frame: 'panel', address: stranger, isRedirect: true },
    ]);
  });
});

describe('the content policy', () => {
  const directives = new Map(
    contentPolicy(panel)
      .split('; ')
      .map((directive) => {
        const [name = '', ...sources] = directive.split(' ');
        return [name, sources.join(' ')] as const;
      }),
  );

  it.each([
    ['default-src', "'none'"],
    ['script-src', "'self'"],
    ['style-src', "'self'"],
    ['connect-src', "'self'"],
    ['img-src', "'self' data:"],
    ['media-src', "'self'"],
    ['frame-src', 'https: http:'],
    ['base-uri', "'none'"],
    ['form-action', "'none'"],
    ['frame-ancestors', "'none'"],
    ['require-trusted-types-for', "'script'"],
  ])('says %s %s', (name, sources) => expect(directives.get(name)).toBe(sources));

  it('says nothing else', () => expect(directives.size).toBe(11));

  it('allows nothing inline or evaluated, and nothing from anywhere but frames, which navigation bounds', () => {
    expect(contentPolicy(panel).replace(/frame-src [^;]*/, '')).not.toMatch(/unsafe|\*|https?:/);
  });

  it('frames nothing while no panel is configured', () => {
    expect(contentPolicy(null)).toContain("frame-src 'none'");
  });
});
