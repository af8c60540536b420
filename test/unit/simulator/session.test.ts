import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { startForTest, type TestSimulator } from './start-for-test.js';
import { callApi, until } from './wire.js';

function makeAssets(): string {
  const assetsDir = mkdtempSync(join(tmpdir(), 'ccp-assets-'));
  onTestFinished(() => rmSync(assetsDir, { recursive: true }));
  for (const name of ['ccp.html', 'ccp.js', 'ccp.css', 'streams.js', 'panel.html']) {
    writeFileSync(join(assetsDir, name), `content of ${name}`);
  }
  return assetsDir;
}

function get(simulator: TestSimulator, path: string, init: RequestInit = {}): Promise<Response> {
  return fetch(new URL(path, simulator.ccpUrl), { redirect: 'manual', ...init });
}

describe('the CCP page', () => {
  it('may be framed by approved origins only', async () => {
    const simulator = await startForTest({ assetsDir: makeAssets() });
    const page = await get(simulator, '/ccp-v2/');
    expect(page.status).toBe(200);
    expect(page.headers.get('content-security-policy')).toBe(
      'frame-ancestors https://switchhook.localhost https://switchhook.localhost:* http://localhost:* https://localhost:* http://127.0.0.1:* https://127.0.0.1:*',
    );
    expect(page.headers.get('set-cookie')).toContain(simulator.secrets.sessionCookie);
    simulator.control.setApprovedOrigins(['https://desk.example']);
    expect((await get(simulator, '/ccp-v2/')).headers.get('content-security-policy')).toBe(
      'frame-ancestors https://desk.example',
    );
    simulator.control.setApprovedOrigins([]);
    expect((await get(simulator, '/ccp-v2/')).headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
  });

  it('serves the real Streams to page and worker, and revalidates it', async () => {
    const simulator = await startForTest({ assetsDir: makeAssets() });
    const streams = await get(simulator, '/streams.js');
    expect(await streams.text()).toBe('content of streams.js');
    const headers = { 'if-none-match': String(streams.headers.get('etag')) };
    expect((await get(simulator, '/streams.js', { headers })).status).toBe(304);
    const worker = await get(simulator, '/ccp-v2/worker.js');
    expect(worker.headers.get('content-type')).toContain('text/javascript');
    expect(await worker.text()).toMatch(
      /importScripts\('\/streams\.js'\);\n[\s\S]*AddNewConnection[\s\S]*\nconnect\.worker\.main\(\);\n$/,
    );
    const impatient = await startForTest({ assetsDir: makeAssets(), httpTimeoutMs: 3_000 });
    const impatientWorker = await get(impatient, '/ccp-v2/worker.js');
    expect(await impatientWorker.text()).toContain('{ httpOptions: { timeout: 3000 } }');
    const plain = await startForTest({ assetsDir: makeAssets(), shims: false });
    const plainWorker = await get(plain, '/ccp-v2/worker.js');
    expect(await plainWorker.text()).toContain("importScripts('/streams.js');\nconnect.worker.main();");
  });

  it('says so when it has not been built', async () => {
    const simulator = await startForTest({ assetsDir: join(tmpdir(), 'there-is-no-such-folder') });
    expect((await get(simulator, '/ccp-v2/')).status).toBe(503);
  });
});

describe('signing in', () => {
  it('sends whoever is signed out to a page that cannot be framed, and back', async () => {
    const simulator = await startForTest({ signedIn: false, assetsDir: makeAssets() });
    const page = await get(simulator, '/ccp-v2/');
    expect([page.status, page.headers.get('location'), page.headers.get('x-frame-options')]).toEqual([
      302,
      '/login',
      'DENY',
    ]);
    const login = await get(simulator, '/login');
    expect([login.status, login.headers.get('x-frame-options')]).toEqual([200, 'DENY']);
    expect(await login.text()).not.toContain('streams.js');
    expect((await get(simulator, '/auth/authorize')).status).toBe(401);
    expect((await callApi(simulator, 'GetAgentStates')).status).toBe(401);
    const signedIn = await get(simulator, '/login', { method: 'POST', body: 'username=ada' });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([302, '/ccp-v2/']);
    expect((await get(simulator, '/ccp-v2/')).status).toBe(200);
    expect((await get(simulator, '/login')).headers.get('location')).toBe('/ccp-v2/');
  });

  it('hands out marked tokens and wants them back', async () => {
    const simulator = await startForTest();
    const grant = (await (await get(simulator, '/auth/authorize')).json()) as Record<string, unknown>;
    expect(grant.accessToken).toBe(simulator.secrets.accessToken);
    expect(grant.refreshToken).toBe(simulator.secrets.refreshToken);
    expect(grant.expiration).toBeGreaterThan(simulator.clock.now());
    const stranger = await callApi(simulator, 'GetAgentStates', {}, { headers: { 'x-amz-bearer': 'guess' } });
    expect(stranger.status).toBe(401);
  });

  it('ends held polls with 401 at sign-out', async () => {
    const simulator = await startForTest();
    const { body } = await callApi(simulator, 'GetAgentSnapshot');
    const poll = callApi(simulator, 'GetAgentSnapshot', { nextToken: body.nextToken });
    await until(() => simulator.control.state().pollsHeld === 1, 'the poll is held');
    simulator.control.setSession({ signedIn: false });
    expect((await poll).status).toBe(401);
  });

  it('keeps tokens out of the request log', async () => {
    const simulator = await startForTest();
    const { accessToken, refreshToken } = simulator.secrets;
    await callApi(simulator, 'NotifyContactIssue', { contactId: 'x', authentication: { authToken: accessToken } });
    await callApi(simulator, 'GetNewAuthToken', { refreshToken }, { headers: { origin: 'http://host.example' } });
    expect(simulator.requests).toHaveLength(2);
    expect(simulator.requests[0]).toEqual({
      time: new Date(simulator.clock.now()).toISOString(),
      method: 'POST',
      path: '/api',
      operation: 'NotifyContactIssue',
      body: { contactId: 'x' },
      status: 200,
      fault: null,
      origin: null,
    });
    const log = JSON.stringify(simulator.requests);
    expect(log).not.toContain(accessToken);
    expect(log).not.toContain(refreshToken);
  });
});
