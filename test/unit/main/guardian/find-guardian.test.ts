import { expect, it } from 'vitest';
import { findGuardian } from '../../../../main/guardian/launch-guardian.js';

it('finds the guardian beside the archive of a packaged app, and in the build of a checkout', () => {
  const places = { resources: '/opt/switchhook/resources', dist: '/code/dist' };
  expect(findGuardian({ ...places, packaged: true }, 'linux')).toBe(
    '/opt/switchhook/resources/guardian/switchhook-guardian',
  );
  expect(findGuardian({ ...places, packaged: false }, 'linux')).toBe('/code/dist/guardian/switchhook-guardian');
  expect(findGuardian({ ...places, packaged: false }, 'win32')).toBe('/code/dist/guardian/switchhook-guardian.exe');
});
