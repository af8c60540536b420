import { describe, expect, it } from 'vitest';
import {
  forgetHeadset,
  type HeadsetIdentity,
  headsetIdentitySchema,
  isSameHeadset,
  maxHeadsets,
  rememberHeadset,
} from '../../../contract/headset.js';

const headset: HeadsetIdentity = { vendorId: 0x0b0e, productId: 0x24c9, serial: 'A1', name: 'Link 380' };

describe('the identity of a headset', () => {
  it('takes what USB can say and nothing more', () => {
    expect(headsetIdentitySchema.safeParse(headset).success).toBe(true);
    expect(headsetIdentitySchema.safeParse({ ...headset, serial: null }).success).toBe(true);
    for (const bad of [{ vendorId: -1 }, { productId: 0x10000 }, { serial: '' }, { name: 'x'.repeat(127) }]) {
      expect(headsetIdentitySchema.safeParse({ ...headset, ...bad }).success, JSON.stringify(bad)).toBe(false);
    }
  });

  it('goes by the serial number where there is one, else by the name', () => {
    expect(isSameHeadset(headset, { ...headset, name: 'renamed by an update' })).toBe(true);
    expect(isSameHeadset(headset, { ...headset, serial: 'A2' })).toBe(false);
    expect(isSameHeadset(headset, { ...headset, serial: null })).toBe(false);
    expect(isSameHeadset(headset, { ...headset, productId: 1 })).toBe(false);
    expect(isSameHeadset(headset, { ...headset, vendorId: 1 })).toBe(false);
    const plain = { ...headset, serial: null };
    expect(isSameHeadset(plain, plain)).toBe(true);
    expect(isSameHeadset(plain, { ...plain, name: 'another' })).toBe(false);
  });
});

describe('the headsets that are remembered', () => {
  it('are listed once each, the last used one last', () => {
    const other = { ...headset, serial: 'A2' };
    const list = rememberHeadset(rememberHeadset(rememberHeadset([], headset), other), { ...headset, name: 'new' });
    expect(list).toEqual([other, { ...headset, name: 'new' }]);
  });

  it('are never more than can be stored; the longest unused one goes', () => {
    const many = Array.from({ length: maxHeadsets + 1 }, (_, productId) => ({ ...headset, productId }));
    const list = many.reduce<readonly HeadsetIdentity[]>(rememberHeadset, []);
    expect(list).toHaveLength(maxHeadsets);
    expect(list[0]?.productId).toBe(1);
  });

  it('lose the one that is forgotten and no other', () => {
    const other = { ...headset, serial: 'A2' };
    expect(forgetHeadset([headset, other], headset)).toEqual([other]);
    expect(forgetHeadset([other], headset)).toEqual([other]);
  });
});
