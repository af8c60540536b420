import { describe, expect, it } from 'vitest';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi } from './wire.js';

function follow(address: string | URL, init: RequestInit = {}): Promise<Response> {
  return fetch(address, { redirect: 'manual', ...init });
}

function target(response: Response, base: string | URL): URL {
  return new URL(String(response.headers.get('location')), base);
}

/** Goes from the panel's address to the provider's form. Returns its address and how many redirects it took. */
async function reachForm(simulator: TestSimulator, cookie = ''): Promise<{ form: URL; redirects: number }> {
  let form = new URL(simulator.ccpUrl);
  for (let redirects = 0; ; redirects += 1) {
    const response = await follow(form, { headers: { cookie } });
    if (response.status !== 302) return { form, redirects };
    form = target(response, form);
  }
}

async function signIn(simulator: TestSimulator): Promise<{ back: URL; identityCookie: string }> {
  const { form } = await reachForm(simulator);
  const sent = await follow(form, { method: 'POST', body: 'account=ada' });
  return { back: target(sent, form), identityCookie: String(sent.headers.get('set-cookie')) };
}

describe('single sign-on', () => {
  it('goes to another host, and comes back with a code that opens a session', async () => {
    const simulator = await startForTest({ identityProvider: {}, session: 'cookie' });
    const { form } = await reachForm(simulator);
    expect(form.origin).toBe(new URL(String(simulator.identityUrl)).origin);
    expect(form.hostname).not.toBe(new URL(simulator.ccpUrl).hostname);
    const { back, identityCookie } = await signIn(simulator);
    expect(identityCookie).toContain(simulator.secrets.identityCookie);
    expect(back.href).toContain(new URL('/auth/code', simulator.ccpUrl).href);
    const admitted = await follow(back);
    expect([admitted.status, target(admitted, back).pathname]).toEqual([302, '/ccp-v2/']);
    expect(admitted.headers.get('set-cookie')).toContain('SameSite=None');
    // A code is good once.
    expect((await follow(back)).status).toBe(403);
  });

  it('takes as many redirects as told', async () => {
    const simulator = await startForTest({ identityProvider: { hops: 7 }, signedIn: false });
    const { redirects } = await reachForm(simulator);
    simulator.control.setIdentityProvider({ hops: 0 });
    expect(redirects - (await reachForm(simulator)).redirects).toBe(7);
  });

  it('knows a browser again, unless told to forget', async () => {
    const simulator = await startForTest({ identityProvider: {}, signedIn: false });
    const { identityCookie } = await signIn(simulator);
    const known = String(identityCookie.split(';')[0]);
    const start = target(await follow(new URL('/login', simulator.ccpUrl)), simulator.ccpUrl);
    const form = target(await follow(start), start);
    expect(target(await follow(form, { headers: { cookie: known } }), form).pathname).toBe('/auth/code');
    simulator.control.setIdentityProvider({ remembers: false });
    expect((await follow(form, { headers: { cookie: known } })).status).toBe(200);
  });

  it('may not answer at all', async () => {
    const simulator = await startForTest({ identityProvider: { answers: false }, signedIn: false });
    const leaving = new AbortController();
    const asked = follow(String(simulator.identityUrl), { signal: leaving.signal }).catch((error: Error) => error.name);
    setImmediate(() => leaving.abort());
    expect(await asked).toBe('AbortError');
  });

  it('closes the instance’s own form, and refuses made-up codes', async () => {
    const simulator = await startForTest({ identityProvider: {}, signedIn: false });
    expect((await follow(new URL('/login', simulator.ccpUrl), { method: 'POST', body: 'x=1' })).status).toBe(403);
    expect((await follow(new URL('/auth/code?code=a&state=b', simulator.ccpUrl))).status).toBe(403);
    expect(
      (await follow(new URL('/sign-in?state=none', String(simulator.identityUrl)), { method: 'POST' })).status,
    ).toBe(400);
  });

  it('keeps codes and states out of the request log', async () => {
    const simulator = await startForTest({ identityProvider: {}, signedIn: false });
    await follow((await signIn(simulator)).back);
    expect(JSON.stringify(simulator.requests)).not.toContain('sim-');
  });

  it('is not there unless asked for', async () => {
    const simulator = await startForTest();
    expect(simulator.identityUrl).toBeNull();
    expect(() => simulator.control.setIdentityProvider({ hops: 1 })).toThrow('no identity provider');
  });
});

describe('a session that a cookie decides', () => {
  it('is worth nothing without the cookie', async () => {
    const simulator = await startForTest({ session: 'cookie' });
    expect(simulator.control.state().signedIn).toBe(false);
    const login = await follow(new URL('/login', simulator.ccpUrl), { method: 'POST', body: 'x=1' });
    const cookie = String(login.headers.get('set-cookie')?.split(';')[0]);
    const authorize = new URL('/auth/authorize', simulator.ccpUrl);
    expect((await follow(authorize)).status).toBe(401);
    expect((await follow(authorize, { headers: { cookie: 'lily-session=guess' } })).status).toBe(401);
    expect((await follow(authorize, { headers: { cookie: `other=1; ${cookie}` } })).status).toBe(200);
    const out = await follow(new URL('/logout', simulator.ccpUrl), { headers: { cookie } });
    expect(out.headers.get('set-cookie')).toContain('Max-Age=0');
    expect((await follow(authorize, { headers: { cookie } })).status).toBe(401);
  });
});

describe('a session that runs out', () => {
  it('refuses the next call and the next authorize, and leaves held polls alone', async () => {
    const simulator = await startForTest();
    const authorize = new URL('/auth/authorize', simulator.ccpUrl);
    await follow(authorize);
    const { body } = await callApi(simulator, 'GetAgentSnapshot');
    const poll = callApi(simulator, 'GetAgentSnapshot', { nextToken: body.nextToken });
    while (simulator.control.state().pollsHeld === 0) await new Promise((resolve) => setImmediate(resolve));
    simulator.control.expireSession();
    expect(simulator.control.state().pollsHeld).toBe(1);
    expect((await callApi(simulator, 'GetAgentStates')).status).toBe(401);
    expect((await follow(authorize)).status).toBe(401);
    expect(simulator.events.at(-1)?.EventType).toBe('LOGOUT');
    simulator.clock.advance(25_000);
    expect((await poll).status).toBe(401);
  });

  it('does so by itself after its time, of which the token tells', async () => {
    const simulator = await startForTest({ sessionLifetimeMs: 60_000 });
    const authorize = new URL('/auth/authorize', simulator.ccpUrl);
    const grant = (await (await follow(authorize)).json()) as { expiration: number };
    expect(grant.expiration).toBe(simulator.clock.now() + 60_000);
    simulator.clock.advance(60_000);
    expect((await follow(authorize)).status).toBe(401);
  });
});
