import { beforeEach, describe, expect, it, vi } from 'vitest';
import { packJar, unpackJar } from '../../../../main/guardian/cookie-jar.js';
import { type CookieStore, createCookieFollower } from '../../../../main/guardian/follow-cookies.js';
import type { HeldCookie } from '../../../../main/windows/held-cookie.js';

beforeEach(() => void vi.useFakeTimers());

const cookie = (name: string, domain: string, more: Partial<HeldCookie> = {}): HeldCookie => ({
  name,
  value: `value of ${name}`,
  domain,
  hostOnly: !domain.startsWith('.'),
  path: '/',
  secure: true,
  httpOnly: true,
  sameSite: 'no_restriction',
  ...more,
});

const namesIn = (bytes: Uint8Array): readonly string[] | undefined => unpackJar(bytes)?.map(({ name }) => name);

describe('the cookie jar', () => {
  const hosts = ['centre.my.connect.aws', 'login.company.example:8443'];

  it('holds what would be sent to the instance and the allowed hosts, nothing else', () => {
    const packed = packJar(
      [
        cookie('host', 'centre.my.connect.aws'),
        cookie('domain', '.centre.my.connect.aws'),
        cookie('parent', '.my.connect.aws'),
        cookie('identity', 'login.company.example'),
        cookie('identity parent', '.company.example'),
        cookie('parent of its own only', 'my.connect.aws'),
        cookie('other instance', 'other.my.connect.aws'),
        cookie('deeper', 'deep.centre.my.connect.aws'),
        cookie('look-alike', 'xcentre.my.connect.aws'),
        cookie('look-alike parent', '.y.connect.aws'),
        cookie('stranger', '.tracker.example'),
        cookie('nobody', ''),
      ],
      hosts,
    );
    expect(namesIn(packed)).toEqual(['host', 'domain', 'parent', 'identity', 'identity parent']);
  });

  it('holds nothing for no hosts, or for what is no host', () => {
    expect(namesIn(packJar([cookie('host', 'a.example')], []))).toEqual([]);
    expect(namesIn(packJar([cookie('host', 'a.example'), cookie('none', '')], ['', 'a b', 'x/y']))).toEqual([]);
  });

  it('carries a cookie as Electron sets it, of the session as well', () => {
    const [host, session] =
      unpackJar(
        packJar(
          [
            cookie('host', 'centre.my.connect.aws', { path: '/auth', expirationDate: 1_800_000_000.5 }),
            cookie('session', '.my.connect.aws', { secure: false, httpOnly: false, sameSite: 'lax' }),
          ],
          hosts,
        ),
      ) ?? [];
    expect(host).toEqual({
      url: 'https://centre.my.connect.aws/auth',
      name: 'host',
      value: 'value of host',
      path: '/auth',
      secure: true,
      httpOnly: true,
      sameSite: 'no_restriction',
      expirationDate: 1_800_000_000.5,
    });
    expect(session).toEqual({
      url: 'http://my.connect.aws/',
      name: 'session',
      value: 'value of session',
      domain: '.my.connect.aws',
      path: '/',
      secure: false,
      httpOnly: false,
      sameSite: 'lax',
    });
  });

  it('is one line whatever is in it', () => {
    const packed = packJar([cookie('a\nb', 'centre.my.connect.aws', { value: 'c\r\nd\u2028' })], hosts);
    expect(packed.includes(0x0a)).toBe(false);
    expect(unpackJar(packed)?.[0]?.value).toBe('c\r\nd\u2028');
  });

  it('is refused when it is none', () => {
    for (const text of ['', '[', '{}', '[1]', '[{"name":"a"}]']) expect(unpackJar(Buffer.from(text))).toBeNull();
    expect(unpackJar(Buffer.from('[]'))).toEqual([]);
  });
});

/** A session whose cookies change. */
function openStore(cookies: HeldCookie[] = [cookie('first', 'a.example')]) {
  const listeners = new Set<() => void>();
  let flushes = 0;
  const store: CookieStore = {
    get: async () => [...cookies],
    flushStore: async () => void flushes++,
    on: (_event, listener) => listeners.add(listener),
    off: (_event, listener) => listeners.delete(listener),
  };
  return {
    store,
    flushes: () => flushes,
    listeners,
    change(added?: HeldCookie) {
      if (added !== undefined) cookies.push(added);
      for (const listener of listeners) listener();
    },
  };
}

function openFollower() {
  const jars: (readonly string[] | undefined)[] = [];
  const recorded: string[] = [];
  const follower = createCookieFollower({
    hosts: () => ['a.example'],
    setJar: (bytes) => void jars.push(namesIn(bytes)),
    record: (event) => void recorded.push(event),
  });
  return { follower, jars, recorded };
}

describe('the follower of cookies', () => {
  it('hands on and flushes at its start, and once a second after changes', async () => {
    const { follower, jars } = openFollower();
    const session = openStore();
    follower.start(session.store);
    await vi.advanceTimersByTimeAsync(0);
    expect([jars, session.flushes()]).toEqual([[['first']], 1]);
    for (let change = 0; change < 9; change++) session.change();
    session.change(cookie('second', 'a.example'));
    await vi.advanceTimersByTimeAsync(999);
    expect(jars).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect([jars.at(-1), session.flushes()]).toEqual([['first', 'second'], 2]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(jars).toHaveLength(2);
  });

  it('is not put off by changes without end', async () => {
    const { follower, jars } = openFollower();
    const session = openStore();
    follower.start(session.store);
    for (let passedMs = 0; passedMs < 10_000; passedMs += 100) {
      session.change();
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(jars.length).toBeGreaterThanOrEqual(9);
    expect(jars.length).toBeLessThanOrEqual(11);
  });

  it('does nothing after its stop, not even what was on its way', async () => {
    const { follower, jars } = openFollower();
    const session = openStore();
    follower.start(session.store);
    follower.stop();
    await vi.advanceTimersByTimeAsync(0);
    session.change();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(jars).toEqual([]);
    expect(session.listeners.size).toBe(0);
  });

  it('follows another session instead', async () => {
    const { follower, jars } = openFollower();
    const [one, other] = [openStore(), openStore([cookie('other', 'a.example')])];
    follower.start(one.store);
    follower.start(other.store);
    one.change();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(jars).toEqual([['other']]);
  });

  it('goes on after a session that cannot be read or flushed', async () => {
    const { follower, jars, recorded } = openFollower();
    const session = openStore();
    let works = false;
    const failing = (): Promise<never> => Promise.reject(new Error('no'));
    follower.start({
      ...session.store,
      get: (filter) => (works ? session.store.get(filter) : failing()),
      flushStore: () => (works ? session.store.flushStore() : failing()),
    });
    await vi.advanceTimersByTimeAsync(0);
    expect(recorded.sort()).toEqual(['cookies-not-flushed', 'cookies-not-read']);
    works = true;
    session.change();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(jars).toEqual([['first']]);
  });
});
