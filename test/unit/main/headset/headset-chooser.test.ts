import { describe, expect, it } from 'vitest';
import { type HeadsetCandidate, maxHeadsetCandidates } from '../../../../contract/headset-choice.js';
import { createHeadsetChooser, type OfferedDevice } from '../../../../main/headset/headset-chooser.js';

const telephony = [{ usagePage: 0x0c }, { usagePage: 0x0b }];

function device(deviceId: string, change: Partial<OfferedDevice> = {}): OfferedDevice {
  return { deviceId, name: `Headset ${deviceId}`, vendorId: 1, productId: 2, collections: telephony, ...change };
}

const jabra = device('jabra', { serialNumber: '0010203A7F3' });
const poly = device('poly');
const keyboard = device('keyboard', { collections: [{ usagePage: 0x01 }] });

function start({ admits = true } = {}) {
  const shown: (readonly HeadsetCandidate[] | null)[] = [];
  const admitted: string[] = [];
  const chooser = createHeadsetChooser({
    show: (candidates) => shown.push(candidates),
    admit({ deviceId }) {
      admitted.push(deviceId);
      return admits;
    },
  });
  return {
    ...chooser,
    shown,
    admitted,
    wish(...devices: readonly OfferedDevice[]) {
      const answers: string[] = [];
      chooser.offer(devices, (deviceId) => answers.push(deviceId));
      return answers;
    },
    /** The number that a device is shown under now. */
    idOf: (name: string) => shown.at(-1)?.find((each) => each.name === name)?.candidateId ?? -1,
  };
}

describe('the choice of a headset', () => {
  it('takes the only one at once and asks nobody', () => {
    const { wish, shown, admitted } = start();
    expect(wish(keyboard, poly)).toEqual(['poly']);
    expect(admitted).toEqual(['poly']);
    expect(shown).toEqual([]);
  });

  it('gives nothing that is no headset', () => {
    const { wish, admitted, shown } = start();
    expect(wish()).toEqual(['']);
    expect(wish(keyboard)).toEqual(['']);
    expect(wish(device('broken', { vendorId: -1 }))).toEqual(['']);
    expect(admitted).toEqual([]);
    expect(shown).toEqual([]);
  });

  it('trusts the filter of the page where Electron tells no collections', () => {
    const { collections: _none, ...untold } = device('untold');
    expect(start().wish(untold)).toEqual(['untold']);
  });

  it('lets the agent choose among several, without their serial numbers', () => {
    const { wish, shown, admitted, choose, idOf } = start();
    const answers = wish(jabra, poly, keyboard);
    expect(answers).toEqual([]);
    expect(shown[0]?.map(({ name, serialEnding }) => [name, serialEnding])).toEqual([
      ['Headset jabra', 'A7F3'],
      ['Headset poly', ''],
    ]);
    choose(idOf('Headset poly'));
    expect(answers).toEqual(['poly']);
    expect(admitted).toEqual(['poly']);
    expect(shown.at(-1)).toBeNull();
  });

  it.each([
    ['nobody', null],
    ['somebody who was never shown', 99],
  ])('gives nothing to an agent who chooses %s', (_who, candidateId) => {
    const { wish, choose, admitted, shown } = start();
    const answers = wish(jabra, poly);
    choose(candidateId);
    expect(answers).toEqual(['']);
    expect(admitted).toEqual([]);
    expect(shown.at(-1)).toBeNull();
  });

  it('does nothing with an answer that nobody asked for', () => {
    const { choose, added, removed, shown, admitted } = start();
    choose(0);
    choose(null);
    added(jabra);
    removed('jabra');
    expect(shown).toEqual([]);
    expect(admitted).toEqual([]);
  });

  it('answers each wish once, and the former before the next', () => {
    const { wish, choose, idOf } = start();
    const first = wish(jabra, poly);
    const second = wish(jabra, poly);
    expect(first).toEqual(['']);
    choose(idOf('Headset jabra'));
    choose(idOf('Headset jabra'));
    expect(first).toEqual(['']);
    expect(second).toEqual(['jabra']);
  });

  it('takes no number of a former choice for one of this', () => {
    const { wish, choose, idOf } = start();
    wish(jabra, poly);
    const former = idOf('Headset jabra');
    const answers = wish(poly, jabra);
    choose(former);
    expect(answers).toEqual(['']);
  });

  it('shows what is plugged in and pulled out meanwhile', () => {
    const { wish, added, removed, choose, shown, idOf } = start();
    const answers = wish(jabra, poly);
    added(device('third'));
    added(device('third'));
    added(keyboard);
    removed('keyboard');
    removed('jabra');
    expect(shown.at(-1)?.map(({ name }) => name)).toEqual(['Headset poly', 'Headset third']);
    expect(shown).toHaveLength(4);
    choose(idOf('Headset third'));
    expect(answers).toEqual(['third']);
  });

  it('ends when the last one is pulled out', () => {
    const { wish, removed, shown } = start();
    const answers = wish(jabra, poly);
    removed('jabra');
    expect(answers).toEqual([]);
    removed('poly');
    expect(answers).toEqual(['']);
    expect(shown.at(-1)).toBeNull();
  });

  it('gives no device that is not admitted', () => {
    const { wish } = start({ admits: false });
    expect(wish(poly)).toEqual(['']);
  });

  it('shows no more than a window holds', () => {
    const { wish, added, shown } = start();
    wish(...Array.from({ length: 100 }, (_, index) => device(String(index))));
    added(device('more'));
    expect(shown.at(-1)).toHaveLength(maxHeadsetCandidates);
  });
});
