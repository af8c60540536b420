import { type HeadsetCandidate, maxHeadsetCandidates } from '../../contract/headset-choice.js';
import { type HidDeviceData, identityOf, isHeadset } from './judge-device.js';

/** A device that Chromium offers, under the name it is chosen by. */
export interface OfferedDevice extends HidDeviceData {
  readonly deviceId: string;
}

export interface HeadsetChooserDeps {
  /** Lets the agent choose; null ends the choice. */
  show(candidates: readonly HeadsetCandidate[] | null): void;
  /** Called before the page gets the device; false refuses it. */
  admit(device: OfferedDevice): boolean;
}

/** Answers one wish for a headset at a time. */
export interface HeadsetChooser {
  /** Answers with a device's id, or with '' for none. */
  offer(devices: readonly OfferedDevice[], answer: (deviceId: string) => void): void;
  /** A device was plugged in or pulled out while the agent chooses. */
  added(device: OfferedDevice): void;
  removed(deviceId: string): void;
  /** The agent has chosen; null for none of them. */
  choose(candidateId: number | null): void;
}

interface Candidate {
  readonly candidateId: number;
  readonly device: OfferedDevice;
}

interface Wish {
  readonly candidates: readonly Candidate[];
  answer(deviceId: string): void;
}

const serialEndingLength = 4;

/** One headset is taken at once, of several the agent chooses, and whatever else is plugged in is no candidate. */
export function createHeadsetChooser({ show, admit }: HeadsetChooserDeps): HeadsetChooser {
  let wish: Wish | null = null;
  let nextId = 0;

  const number = (device: OfferedDevice): Candidate => ({ candidateId: nextId++, device });

  function settle(device: OfferedDevice | null): void {
    if (wish === null) return;
    const { answer } = wish;
    wish = null;
    show(null);
    reply(device, answer);
  }

  function reply(device: OfferedDevice | null, answer: (deviceId: string) => void): void {
    answer(device !== null && admit(device) ? device.deviceId : '');
  }

  function change(candidates: readonly Candidate[]): void {
    if (wish === null) return;
    wish = { ...wish, candidates };
    if (candidates.length === 0) settle(null);
    else show(candidates.map(describe));
  }

  return {
    offer(devices, answer) {
      settle(null);
      const found = devices.filter(isCandidate).slice(0, maxHeadsetCandidates).map(number);
      if (found.length <= 1) return reply(found[0]?.device ?? null, answer);
      wish = { candidates: found, answer };
      show(found.map(describe));
    },
    added(device) {
      if (wish === null || !isCandidate(device) || wish.candidates.length >= maxHeadsetCandidates) return;
      change([...wish.candidates.filter((each) => each.device.deviceId !== device.deviceId), number(device)]);
    },
    removed(deviceId) {
      if (wish === null) return;
      const left = wish.candidates.filter(({ device }) => device.deviceId !== deviceId);
      if (left.length < wish.candidates.length) change(left);
    },
    choose(candidateId) {
      settle(wish?.candidates.find((each) => each.candidateId === candidateId)?.device ?? null);
    },
  };
}

function isCandidate(device: OfferedDevice): boolean {
  return isHeadset(device) && identityOf(device) !== null;
}

function describe({ candidateId, device }: Candidate): HeadsetCandidate {
  return { candidateId, name: device.name, serialEnding: device.serialNumber?.slice(-serialEndingLength) ?? '' };
}
