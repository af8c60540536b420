import { EventEmitter } from 'node:events';
import type { Certificate, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import type { PanelRefusal } from '../../../../contract/panel-refusal.js';
import type { SignInAnswer, SignInAsked, SignInQuestion } from '../../../../contract/sign-in.js';
import { allowHost, hostsAllowedFor } from '../../../../main/sign-in/allowed-hosts.js';
import { chooseCertificate } from '../../../../main/sign-in/credentials.js';
import { createLogOutHold } from '../../../../main/sign-in/hold-log-out.js';
import { createQuestions } from '../../../../main/sign-in/questions.js';
import { askLogOut, clearSession, holdLogOut, logOutAddress } from '../../../../main/sign-in/sign-out.js';
import { withoutAppTokens } from '../../../../main/sign-in/user-agent.js';

describe('allowed hosts', () => {
  it('are remembered for one instance and not for another', () => {
    const allowed = allowHost(allowHost({}, 'a.example', 'idp.example'), 'a.example', 'mfa.example');
    expect(hostsAllowedFor(allowed, 'a.example')).toEqual(['idp.example', 'mfa.example']);
    expect(hostsAllowedFor(allowed, 'b.example')).toEqual([]);
    expect(hostsAllowedFor({}, 'constructor')).toEqual([]);
  });

  it('are listed once, and no more than the settings take', () => {
    let allowed = allowHost({}, 'a.example', 'idp.example');
    expect(hostsAllowedFor(allowHost(allowed, 'a.example', 'idp.example'), 'a.example')).toEqual(['idp.example']);
    for (let index = 0; index < 80; index += 1) allowed = allowHost(allowed, 'a.example', `h${index}.example`);
    expect(hostsAllowedFor(allowed, 'a.example')).toHaveLength(64);
    expect(hostsAllowedFor(allowed, 'a.example').at(-1)).toBe('h79.example');
  });
});

describe('the user agent for others', () => {
  it('names the browser and neither Electron nor this app', () => {
    const own =
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) switchhook/0.1.0 Chrome/130.0.1 Electron/33.2.1 Safari/537.36';
    expect(withoutAppTokens(own)).toBe(
      'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.1 Safari/537.36',
    );
    expect(withoutAppTokens('Switchhook/1.0 Chrome/1')).toBe('Chrome/1');
    expect(withoutAppTokens('Chrome/130')).toBe('Chrome/130');
  });
});

describe('questions', () => {
  const question = (host: string): SignInQuestion => ({ kind: 'allowHost', host });
  function start() {
    const shown: (SignInAsked | null)[] = [];
    const hosts = () => shown.map((asked) => asked?.question.host ?? null);
    return { questions: createQuestions((asked) => shown.push(asked)), shown, hosts };
  }

  it('are shown one after the other', async () => {
    const { questions, hosts } = start();
    const first = questions.ask(question('a'));
    const second = questions.ask(question('b'));
    expect(hosts()).toEqual(['a']);
    questions.answer(0, { kind: 'yes' });
    questions.answer(1, { kind: 'no' });
    expect(await Promise.all([first, second])).toEqual([{ kind: 'yes' }, { kind: 'no' }]);
    expect(hosts()).toEqual(['a', 'b', null]);
  });

  it('take one answer, and none for a number that is not open', async () => {
    const { questions, hosts } = start();
    const first = questions.ask(question('a'));
    questions.answer(7, { kind: 'yes' });
    questions.answer(0, { kind: 'no' });
    questions.answer(0, { kind: 'yes' });
    expect(await first).toEqual({ kind: 'no' });
    expect(hosts()).toEqual(['a', null]);
  });

  it('are withdrawn when what they were about is over', async () => {
    const { questions, hosts } = start();
    const over = new AbortController();
    const first = questions.ask(question('a'), over.signal);
    over.abort();
    expect(await first).toEqual({ kind: 'no' });
    expect(await questions.ask(question('b'), over.signal)).toEqual({ kind: 'no' });
    expect(hosts()).toEqual(['a', null]);
  });

  it('are shown again to a page that came later', () => {
    const { questions, hosts } = start();
    questions.showAgain();
    void questions.ask(question('a'));
    questions.showAgain();
    expect(hosts()).toEqual(['a', 'a']);
  });
});

describe('client certificates', () => {
  const certificate = (name: string) =>
    ({ subjectName: name, issuerName: 'Company', fingerprint: `print-${name}` }) as Certificate;
  const ada = certificate('Ada');
  const bob = certificate('Bob');

  function asker(answer: SignInAnswer) {
    const asked: SignInQuestion[] = [];
    const ask = async (question: SignInQuestion): Promise<SignInAnswer> => {
      asked.push(question);
      return answer;
    };
    return { asked, ask };
  }

  it('are chosen from a list, once a host', async () => {
    const { asked, ask } = asker({ kind: 'certificate', index: 1 });
    const chosen = new Map<string, string>();
    expect(await chooseCertificate('idp.example', [ada, bob], ask, chosen)).toBe(bob);
    expect(await chooseCertificate('idp.example', [bob, ada], ask, chosen)).toBe(bob);
    expect(asked).toEqual([{ kind: 'certificate', host: 'idp.example', names: ['Ada (Company)', 'Bob (Company)'] }]);
    await chooseCertificate('other.example', [ada, bob], ask, chosen);
    expect(asked).toHaveLength(2);
  });

  it('are not given without a yes, also the only one', async () => {
    const { asked, ask } = asker({ kind: 'no' });
    expect(await chooseCertificate('idp.example', [ada], ask, new Map())).toBeUndefined();
    expect(asked).toHaveLength(1);
    expect(await chooseCertificate('idp.example', [], ask, new Map())).toBeUndefined();
    expect(asked).toHaveLength(1);
    const beyond = asker({ kind: 'certificate', index: 9 });
    expect(await chooseCertificate('idp.example', [ada], beyond.ask, new Map())).toBeUndefined();
  });
});

describe('the end of a session', () => {
  it.each([
    ['https://acme.my.connect.aws/ccp-v2/', 'https://acme.my.connect.aws/logout'],
    ['https://acme.awsapps.com/connect/ccp-v2/', 'https://acme.awsapps.com/connect/logout'],
    ['http://127.0.0.1:4510/ccp-v2/', 'http://127.0.0.1:4510/logout'],
    ['https://awsapps.com.example/ccp-v2/', 'https://awsapps.com.example/logout'],
  ])('of %s is at %s', (ccpUrl, address) => expect(logOutAddress(ccpUrl)).toBe(address));

  it('is asked for with the cookies of the session, and an instance that does not answer is no failure', async () => {
    const asked: unknown[] = [];
    const fetch = async (address: string, options?: RequestInit) => {
      asked.push([address, options?.credentials]);
      return new Response('');
    };
    expect(await askLogOut({ fetch } as never, 'https://acme.my.connect.aws/ccp-v2/')).toBe(true);
    expect(asked).toEqual([['https://acme.my.connect.aws/logout', 'include']]);
    const broken = { fetch: () => Promise.reject(new Error('net::ERR_FAILED')) };
    expect(await askLogOut(broken as never, 'https://acme.my.connect.aws/ccp-v2/')).toBe(false);
  });

  it('leaves neither storage, cached pages nor passwords', async () => {
    const done: string[] = [];
    const note = (what: string) => async () => void done.push(what);
    await clearSession({
      clearStorageData: note('storage'),
      clearCache: note('cache'),
      clearAuthCache: note('passwords'),
      flushStorageData: () => void done.push('flushed'),
    });
    expect(done).toEqual(['storage', 'cache', 'passwords', 'flushed']);
  });
});

describe('the log-out of the panel', () => {
  it("goes on for an agent who is Offline, is the gate's for one who is not, and nobody's on a contact", () => {
    const refusals: PanelRefusal[] = [];
    const hold = (holds: boolean, outcome: 'started' | 'onContact') =>
      createLogOutHold({ holds: () => holds, askSignOut: () => outcome }, (refusal) => refusals.push(refusal))();
    expect(hold(false, 'started')).toBe(false);
    expect(hold(true, 'started')).toBe(true);
    expect(refusals).toEqual([]);
    expect(hold(true, 'onContact')).toBe(true);
    expect(refusals).toEqual([{ kind: 'logOut' }]);
  });

  it('is known by its address, whatever is asked along with it', () => {
    const contents = new EventEmitter();
    holdLogOut(contents as unknown as WebContents, 'https://a.my.connect.aws/ccp-v2/', () => true);
    const isHeld = (url: string, isMainFrame = false): boolean => {
      let held = false;
      contents.emit('will-frame-navigate', { url, isMainFrame, preventDefault: () => (held = true) });
      return held;
    };
    expect(isHeld('https://a.my.connect.aws/logout?destination=x')).toBe(true);
    expect(isHeld('https://a.my.connect.aws/logout', true)).toBe(false);
    expect(isHeld('https://b.my.connect.aws/logout')).toBe(false);
    expect(isHeld('https://a.my.connect.aws/logouts')).toBe(false);
  });
});
