import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import { watchTakenCookies } from '../../../../main/sign-in/taken-cookies.js';

const own = { name: 'session', domain: 'example.my.connect.aws', hostOnly: true, httpOnly: true };

function start() {
  const cookies = new EventEmitter();
  const taken = watchTakenCookies(cookies, 'https://example.my.connect.aws/ccp-v2/');
  return {
    cookies,
    taken,
    remove: (cookie: object = own, cause = 'expired-overwrite') => cookies.emit('changed', {}, cookie, cause, true),
    give: (cookie: object = own) => cookies.emit('changed', {}, cookie, 'explicit', false),
  };
}

describe('cookies that an instance takes back', () => {
  it('are known, until they are given anew or forgotten', () => {
    const { taken, remove, give } = start();
    expect(taken.any()).toBe(false);
    remove();
    expect(taken.any()).toBe(true);
    give();
    expect(taken.any()).toBe(false);
    remove();
    remove({ ...own, name: 'other' });
    give();
    expect(taken.any()).toBe(true);
    taken.forget();
    expect(taken.any()).toBe(false);
  });

  it.each(['.example.my.connect.aws', '.connect.aws'])('may be for the hosts below %s', (domain) => {
    const { taken, remove } = start();
    remove({ ...own, domain, hostOnly: false });
    expect(taken.any()).toBe(true);
  });

  it.each([
    ['that a page can write', { ...own, httpOnly: false }, 'expired-overwrite'],
    ['of another host', { ...own, domain: 'idp.example' }, 'expired-overwrite'],
    ['of a host below', { ...own, domain: 'a.example.my.connect.aws' }, 'expired-overwrite'],
    [
      'of a host that only ends alike',
      { ...own, domain: '.my.connect.aws.example', hostOnly: false },
      'expired-overwrite',
    ],
    ['of a host above, and of that alone', { ...own, domain: 'connect.aws' }, 'expired-overwrite'],
    ['that has lived its time', own, 'expired'],
    ['that is replaced by a new one', own, 'overwrite'],
    ['that this app has removed', own, 'explicit'],
    ['for which there was no room', own, 'evicted'],
  ])('are not one %s', (_what, cookie, cause) => {
    const { taken, remove } = start();
    remove(cookie, cause);
    expect(taken.any()).toBe(false);
  });

  it('are not watched any more when asked so', () => {
    const { cookies, taken } = start();
    taken.stop();
    expect(cookies.listenerCount('changed')).toBe(0);
  });
});
