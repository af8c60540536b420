import { expect, it } from 'vitest';
import { inheritedOf } from '../../../guardian/close-inherited.js';

it('takes for inherited what leads to others, and leaves stdio and what Node opened for itself', () => {
  const targets = [
    'socket:[1]',
    '/dev/null',
    '/dev/null',
    'anon_inode:[eventpoll]',
    'pipe:[10]',
    'pipe:[10]',
    'pipe:[11]',
    'socket:[2]',
    '/home/agent/profile/Local Storage/leveldb/LOCK',
    '/dev/shm/.org.chromium.Chromium.x (deleted)',
    '/dev/null',
    'anon_inode:inotify',
  ];
  expect(inheritedOf(targets.map((target, number) => ({ number, target })))).toEqual([6, 7, 8, 9]);
});
