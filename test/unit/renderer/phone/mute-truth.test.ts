import { expect, it } from 'vitest';
import {
  foldToggle,
  forgetWithoutCall,
  mustRepeatMute,
  openMicrophone,
} from '../../../../renderer/phone/mute-truth.js';

it('believes a mute on a call', () => {
  expect(foldToggle(true, true)).toEqual({ muted: true, early: false });
  expect(foldToggle(false, true)).toEqual(openMicrophone);
});

it('does not believe a mute while nobody is on the line, and remembers it', () => {
  expect(foldToggle(true, false)).toEqual({ muted: false, early: true });
});

it('forgets an early mute when it is taken back', () => {
  expect(foldToggle(false, false)).toEqual(openMicrophone);
});

it.each([
  [true, false, true, true],
  [true, true, true, false],
  [true, false, false, false],
  [true, true, false, false],
  [false, false, true, false],
])('with an early mute %s, a call that was up %s and is up %s mutes again: %s', (early, wasUp, isUp, repeats) => {
  expect(mustRepeatMute({ muted: false, early }, wasUp, isUp)).toBe(repeats);
});

it('forgets an early mute with the call it was meant for, and only then', () => {
  const early = { muted: false, early: true };
  expect(forgetWithoutCall(early, true)).toBe(early);
  expect(forgetWithoutCall(early, false)).toEqual(openMicrophone);
});
