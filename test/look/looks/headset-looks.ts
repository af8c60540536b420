import type { HeadsetFace } from '../../../renderer/headset/headset-view.js';
import { call, longName, ready, withContacts } from './fixtures.js';
import type { Looks, Step } from './look.js';

const face: HeadsetFace = {
  id: '0',
  identity: { vendorId: 0x0b0e, productId: 0x24c9, serial: 'A1', name: 'Jabra Link 380' },
  state: 'ready',
  follows: true,
  batteryPercent: 80,
  audio: 'paired',
  buttons: ['hook', 'mute', 'flash', 'reject', 'busy'],
  hasMuteLamp: true,
};
const spare: HeadsetFace = {
  ...face,
  id: '1',
  identity: { vendorId: 0x047f, productId: 0xc056, serial: null, name: `Plantronics Blackwire 3220 ${longName}` },
  state: 'absent',
  follows: false,
  batteryPercent: null,
  buttons: [],
};
const volumeOnly: HeadsetFace = {
  ...spare,
  id: '2',
  identity: { ...spare.identity, name: 'Logitech USB Headset H540' },
  state: 'noButtons',
};
const second: HeadsetFace = {
  ...face,
  id: '3',
  identity: { ...face.identity, name: 'Yealink UH38' },
  follows: false,
  batteryPercent: null,
};
const talking = withContacts([call]);
const openSettings: readonly Step[] = [{ press: '.account-button' }, { press: '.menu-item:nth-of-type(3)' }];
const open: readonly Step[] = [...openSettings, { press: '.tab:nth-last-of-type(2)' }];
const explain: readonly Step[] = [{ press: '.headset button' }];

/** Headsets: their sign in the strip, and their part of the settings. */
export const headsetLooks: Looks = {
  'headset-none': { snapshot: ready(), steps: open },
  'headset-not-found': { snapshot: ready(), steps: [...open, { press: '.headset-actions .button' }] },
  'headset-choice': {
    snapshot: ready(),
    offered: [
      { candidateId: 0, name: 'Jabra Link 380', serialEnding: '1F2A' },
      { candidateId: 1, name: 'Jabra Link 380', serialEnding: '77B0' },
      { candidateId: 2, name: spare.identity.name, serialEnding: '' },
    ],
    steps: open,
  },
  'headset-connected': { snapshot: ready(), headsets: [second, face, spare, volumeOnly], steps: open },
  'headset-conflict': {
    snapshot: ready(),
    headsets: [{ ...face, state: 'inUse', batteryPercent: null }],
    steps: open,
  },
  'headset-sign': { snapshot: { ...talking, muted: true }, headsets: [face], steps: explain },
  'headset-sign-conflict': { snapshot: ready(), headsets: [{ ...face, state: 'inUse' }], steps: explain },
  'headset-sign-mute-out-of-step': {
    snapshot: { ...talking, muted: true },
    headsets: [{ ...face, state: 'silent', audio: 'missing' }],
    steps: explain,
  },
  'headset-sign-consumer-only': {
    snapshot: ready(),
    headsets: [{ ...volumeOnly, follows: false }],
    steps: explain,
  },
  'headset-sign-absent': { snapshot: talking, headsets: [spare], steps: explain },
};
