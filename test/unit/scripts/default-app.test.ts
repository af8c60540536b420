import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { appFolder } from '../../../scripts/setup/default-app/app-folder.mjs';

describe('appFolder', () => {
  it('is the first argument that is not a switch', () => {
    expect(appFolder(['electron', '--inspect=0', 'checkout', '--ccp-url=http://x', 'tel:+1'])).toBe(
      resolve('checkout'),
    );
  });

  it('is missing when there are only switches', () => {
    expect(appFolder(['electron', '--no-sandbox'])).toBeUndefined();
  });
});
