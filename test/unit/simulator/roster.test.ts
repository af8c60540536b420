import { describe, expect, it } from 'vitest';
import { startForTest, type TestSimulator } from './start-for-test.js';

function signIn(simulator: TestSimulator, username: string): Promise<Response> {
  const body = new URLSearchParams({ username, password: 'anything' });
  return fetch(new URL('/login', simulator.ccpUrl), { method: 'POST', body, redirect: 'manual' });
}

const colleagues = [{ name: 'Grace Hopper', username: 'grace', initialStatus: 'Lunch' }];

describe('agents who share a desk', () => {
  it('find their own status and contacts again, and nothing of the others', async () => {
    const simulator = await startForTest({ colleagues });
    const call = simulator.control.ring();
    await signIn(simulator, 'grace');
    expect(simulator.control.state()).toMatchObject({
      agentName: 'Grace Hopper',
      username: 'grace',
      status: { name: 'Lunch' },
      contacts: [],
    });
    const arns = new Set(simulator.events.map(({ AgentARN }) => AgentARN));
    expect(arns.size).toBe(2);
    simulator.control.changeStatus('Offline');
    await signIn(simulator, 'ada');
    expect(simulator.control.state()).toMatchObject({
      username: 'ada',
      status: { name: 'Available' },
      contacts: [{ contactId: call }],
    });
    await signIn(simulator, 'grace');
    expect(simulator.control.state().status.name).toBe('Offline');
  });

  it('are the one who sat there last where nobody has the name', async () => {
    const simulator = await startForTest({ colleagues });
    await signIn(simulator, 'nobody');
    expect(simulator.control.state()).toMatchObject({ username: 'ada', signedIn: true });
  });
});

describe('an attachment', () => {
  const ask = async (path: string) => fetch(new URL(path, (await startForTest()).ccpUrl));

  it('is as large as asked for, and says so', async () => {
    const file = await ask('/attachments/film.mp4?megabytes=2');
    expect(file.headers.get('content-length')).toBe('2000000');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="film.mp4"');
    expect((await file.arrayBuffer()).byteLength).toBe(2_000_000);
  });

  it('may keep its length to itself, and its name is no header of its own', async () => {
    const file = await ask('/attachments/a%22%0d%0ab?megabytes=1&length=unsaid');
    expect(file.headers.get('content-length')).toBeNull();
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="a___b"');
    expect((await file.arrayBuffer()).byteLength).toBe(1_000_000);
  });
});

describe('a cookie of the first party', () => {
  it('is kept from frames of other sites, and any other is not', async () => {
    const cookieOf = async (session: 'cookie' | 'first-party-cookie') =>
      (await signIn(await startForTest({ session }), 'ada')).headers.get('set-cookie');
    expect(await cookieOf('first-party-cookie')).toContain('SameSite=Lax');
    expect(await cookieOf('cookie')).toContain('SameSite=None');
  });
});
