import { describe, expect, it } from 'vitest';
import { linkRules } from '../../../../main/errands/link-rules.js';
import { readLink } from '../../../../main/errands/read-link.js';

describe('a link with a number', () => {
  it.each([
    ['tel:+12025550142', '+12025550142'],
    ['TEL:+12025550142', '+12025550142'],
    ['tel://+12025550142', '+12025550142'],
    ['tel:+1-202-555-0142', '+1-202-555-0142'],
    ['tel:+1%20202%20555%200142', '+1 202 555 0142'],
    ['tel:+1 202 555 0142', '+1 202 555 0142'],
    ['tel:(202) 555/0142', '(202) 555/0142'],
    ['tel:0142;phone-context=+1202555', '0142'],
    ['tel:+12025550142;ext=5', '+12025550142'],
    ['callto:+12025550142', '+12025550142'],
    ['callto:tel:+12025550142', '+12025550142'],
    ['callto://+12025550142/', '+12025550142'],
    ['sip:+12025550142@voice.example;user=phone', '+12025550142'],
    ['sips:2025550142@voice.example', '2025550142'],
    ['sip:2025550142', '2025550142'],
    ['switchhook:dial?number=+12025550142', '+12025550142'],
    ['switchhook:dial?number=%2B12025550142', '+12025550142'],
    ['switchhook://dial/?number=%2B1%20202', '+1 202'],
    ['SwitchHook:DIAL?x=1&Number=202', '202'],
    ['tel:٠١٢٣٤', '٠١٢٣٤'],
    ['tel:*31%23202', '*31#202'],
    ['  tel:202\n', '202'],
  ])('is read: %s', (link, text) => {
    expect(readLink(link)).toEqual({ kind: 'dial', text });
  });

  it.each([
    'tel:',
    'tel:+',
    'tel:alice',
    'tel:$(reboot)',
    'tel:`reboot`',
    'tel:1|2',
    'tel:1 && reboot',
    'tel:1%27%20--quit',
    'tel:1" --quit "',
    'tel:<b>1</b>',
    'callto:alice.smith',
    'sip:alice@voice.example',
    'sip:1:secret@voice.example',
    'sip:@voice.example',
    'switchhook:dial',
    'switchhook:dial?number=',
    'switchhook:dial?number=javascript:alert(1)',
    'tel:1-800-FLOWERS',
  ])('is refused where no number is: %s', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown', why: 'noNumber' });
  });

  it.each([
    'tel:%zz',
    'tel:12\u202e34',
    'tel:12%00',
    'tel:12%0A34',
    'tel:1\u200b2',
    'tel:%ED%A0%80',
    'switchhook:dial?number=1&number=2',
  ])('is refused with signs that nobody sees: %j', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown', why: 'malformed' });
  });

  it('is refused from 301 characters on', () => {
    expect(readLink(`tel:${'1'.repeat(296)}`)).toMatchObject({ kind: 'dial' });
    expect(readLink(`tel:${'1'.repeat(297)}`)).toEqual({ kind: 'unknown', why: 'tooLong' });
  });
});

describe('a link of another scheme', () => {
  it.each([
    'javascript:alert(1)',
    'https://a.example/',
    'file:///etc/passwd',
    'data:text/html,x',
    'tel',
    '',
    ':',
    'te l:1',
    '-tel:1',
  ])('is refused: %s', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown', why: 'scheme' });
  });
});

describe('a link of our own', () => {
  it('brings the window forward', () => {
    for (const link of ['switchhook:show', 'switchhook://show', 'switchhook://show/', 'switchhook:show?x=1']) {
      expect(readLink(link)).toEqual({ kind: 'show' });
    }
  });

  it.each([
    ['switchhook:status?name=Lunch', { kind: 'status', name: 'Lunch' }],
    ['switchhook:next?name=Besprechung%20mit%20Team', { kind: 'next', name: 'Besprechung mit Team' }],
    ['switchhook://status/?name=%E6%98%BC%E4%BC%91%E3%81%BF', { kind: 'status', name: '昼休み' }],
    ['switchhook:status?name=A+B', { kind: 'status', name: 'A+B' }],
    ['switchhook:status?name=a=b', { kind: 'status', name: 'a=b' }],
  ])('names a status: %s', (link, errand) => {
    expect(readLink(link)).toEqual(errand);
  });

  it.each([
    'switchhook:status',
    'switchhook:next?name=',
    'switchhook:next?name=%20',
    `switchhook:status?name=${'x'.repeat(128)}`,
  ])('says which status: %s', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown', why: 'noName' });
  });

  it.each([
    'switchhook:quit',
    'switchhook://quit',
    'switchhook:',
    'switchhook:answer',
    'switchhook:hangup',
    'switchhook:print-status',
    'switchhook:__proto__',
    'switchhook:constructor',
    'switchhook:toString?number=1',
    'switchhook:dial/extra?number=1',
    'switchhook:--quit',
  ])('does nothing that is not in the table: %s', (link) => {
    expect(readLink(link)).toEqual({ kind: 'unknown', why: 'notForLinks' });
  });

  it('has a table with a reason in each row, and four rows', () => {
    expect(Object.keys(linkRules)).toEqual(['dial', 'show', 'status', 'next']);
    for (const reason of Object.values(linkRules)) expect(reason.length).toBeGreaterThan(10);
  });
});
