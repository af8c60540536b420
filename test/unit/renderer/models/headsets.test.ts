import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { HeadsetIdentity } from '../../../../contract/headset.js';
import type { HeadsetCandidate } from '../../../../contract/headset-choice.js';
import type { ConnectOutcome } from '../../../../renderer/headset/headset-view.js';
import { createHeadsets } from '../../../../renderer/models/headsets.js';
import { readMuteAgreement } from '../../../../renderer/models/mute-agreement.js';
import { onHold, ringing, talking } from '../../../support/headset/headset-desk.js';
import { buildSnapshot } from '../../contract/build-snapshot.js';

const headset: HeadsetIdentity = { vendorId: 1, productId: 2, serial: null, name: 'Headset' };

function openModel(first: readonly HeadsetIdentity[], outcome: ConnectOutcome = 'connected') {
  vi.stubGlobal('navigator', { hid: {}, platform: 'Linux', mediaDevices: { addEventListener: () => undefined } });
  vi.stubGlobal('window', { addEventListener: () => undefined });
  const told: string[] = [];
  const remembered = signal(first);
  const snapshot = signal(buildSnapshot());
  let offer: (candidates: readonly HeadsetCandidate[] | null) => void = () => undefined;
  let darken: () => void = () => undefined;
  let settle: (outcome: ConnectOutcome) => void = () => undefined;
  const model = createHeadsets({
    bridge: {
      onHeadsetsOffered(listener) {
        offer = listener;
        return () => undefined;
      },
      onDarkenHeadsets(listener) {
        darken = () => listener(undefined);
        return () => undefined;
      },
      headsetsDark: async () => {
        told.push('dark');
        return { ok: true, value: undefined };
      },
      chooseHeadset: async ({ candidateId }) => {
        told.push(`chosen ${candidateId}`);
        settle(candidateId === null ? 'nothing' : 'connected');
        return { ok: true, value: undefined };
      },
      forgetHeadset: async ({ name }) => {
        told.push(`forgotten ${name}`);
        return { ok: true, value: undefined };
      },
    },
    phone: { snapshot, execute: async () => null },
    remembered,
    version: '1',
    async load() {
      told.push('loaded');
      return {
        createHeadsetService: () => ({
          start: async () => void told.push('started'),
          follow: () => void told.push('follows'),
          remember: (list) => void told.push(`remembers ${list.length}`),
          connect: () =>
            new Promise((resolve) => {
              settle = resolve;
              if (outcome !== 'nothing') resolve(outcome);
            }),
          audioChanged: async () => undefined,
          end: async () => void told.push('ended'),
          report: () => 'report',
        }),
      };
    },
  });
  return {
    model,
    told,
    remembered,
    snapshot,
    darken: () => darken(),
    offer: (list: readonly HeadsetCandidate[] | null) => offer(list),
  };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

describe('headsets in the page', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('load nothing until one is connected', async () => {
    const { model, told, snapshot } = openModel([]);
    snapshot.value = buildSnapshot({ muted: true });
    await settled();
    expect(told).toEqual([]);
    expect(model.report()).toBe('');
    expect(await model.connect()).toBe('connected');
    expect(told).toEqual(['loaded', 'remembers 0', 'follows', 'started']);
  });

  it('are loaded at the start where one was connected before, once, and follow list and snapshot', async () => {
    const { model, told, remembered, snapshot } = openModel([headset]);
    await settled();
    expect(told).toEqual(['loaded', 'remembers 1', 'follows', 'started']);
    snapshot.value = buildSnapshot({ muted: true });
    remembered.value = [];
    await model.connect();
    expect(told.slice(4)).toEqual(['follows', 'remembers 0']);
    expect(model.report()).toBe('report');
  });

  it('are dark before the desktop side is told so, also where there are none', async () => {
    const { told, darken } = openModel([headset]);
    await settled();
    darken();
    await settled();
    expect(told.slice(-2)).toEqual(['ended', 'dark']);
    const none = openModel([]);
    none.darken();
    await settled();
    expect(none.told).toEqual(['dark']);
  });

  it('are cancelled, not missing, when the agent wants none of several', async () => {
    const { model, told, offer } = openModel([], 'nothing');
    const outcome = model.connect();
    await settled();
    offer([{ candidateId: 4, name: 'Headset', serialEnding: '' }]);
    expect(model.offered.value).toHaveLength(1);
    model.choose(null);
    expect(await outcome).toBe('cancelled');
    expect(told).toContain('chosen null');
    model.forget(headset);
    expect(told).toContain('forgotten Headset');
  });
});

describe('mute', () => {
  const ready = { state: 'ready', hasMuteLamp: true } as const;
  it.each([
    [[], false, ready, 'noCall'],
    [[ringing], false, ready, 'noCall'],
    [[talking], false, ready, 'heard'],
    [[talking], true, ready, 'muted'],
    [[onHold], true, ready, 'muted'],
    [[talking], true, { ...ready, hasMuteLamp: false }, 'noLamp'],
    [[talking], true, { ...ready, state: 'absent' }, 'noLamp'],
    [[talking], true, { ...ready, state: 'silent' }, 'behind'],
    [[{ ...talking, channel: 'chat' }], true, ready, 'noCall'],
  ] as const)('of contacts %#, muted %s, is told as %4$s', (contacts, muted, face, expected) => {
    expect(readMuteAgreement({ contacts: [...contacts], muted }, face)).toBe(expected);
  });
});
