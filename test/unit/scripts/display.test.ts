import { describe, expect, it } from 'vitest';
import { needsVirtualDisplay } from '../../../scripts/setup/display.mjs';

describe('needsVirtualDisplay', () => {
  it('holds on Linux without X and Wayland only', () => {
    expect(needsVirtualDisplay('linux', {})).toBe(true);
    expect(needsVirtualDisplay('linux', { DISPLAY: ':0' })).toBe(false);
    expect(needsVirtualDisplay('linux', { WAYLAND_DISPLAY: 'wayland-0' })).toBe(false);
    expect(needsVirtualDisplay('darwin', {})).toBe(false);
  });
});
