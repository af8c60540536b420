import { describe, expect, it } from 'vitest';
import { rescueCommand } from '../../../../main/safety/rescue-command.js';

describe('the command of a hidden start', () => {
  it('is the app on the same profile, with nothing that this start was asked to do', () => {
    const argv = [
      '/opt/switchhook',
      '--user-data-dir=/x',
      '--dial',
      '+12025550142',
      '--inspect=0',
      '--',
      'tel:+12025550142',
    ];
    expect(rescueCommand({ execPath: '/opt/switchhook', argv, packaged: true }, 'https://a.example/').args).toEqual([
      '--user-data-dir=/x',
      '--recover',
    ]);
  });

  it('names the panel of a checkout, which may be of this run only', () => {
    const argv = ['/electron', '.', '--ccp-url=http://127.0.0.1:1/', '--status=Lunch'];
    expect(rescueCommand({ execPath: '/electron', argv, packaged: false }, 'http://127.0.0.1:2/').args).toEqual([
      '.',
      '--ccp-url=http://127.0.0.1:2/',
      '--recover',
    ]);
  });
});
