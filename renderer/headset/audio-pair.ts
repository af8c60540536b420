/** Whether the sound devices of this computer are those of a headset. `unknown` where their names are not told. */
export type AudioPair = 'paired' | 'missing' | 'unknown';

export interface AudioPairSubject {
  readonly vendorId: number;
  readonly productId: number;
  readonly name: string;
}

/**
 * Ids of sound devices differ from page to page, so that a headset finds its own by the label, which holds the product's
 * name and, where Chromium knows them, the numbers of its USB device: "Headset Earphone (Jabra Link 380) (0b0e:24c9)".
 */
export function pairAudio({ vendorId, productId, name }: AudioPairSubject, labels: readonly string[]): AudioPair {
  const known = labels.map(plain).filter((label) => label !== '');
  if (known.length === 0) return 'unknown';
  const numbers = `(${usbHex(vendorId)}:${usbHex(productId)})`;
  const wanted = plain(name);
  const isOurs = known.some((label) => label.includes(numbers) || (wanted !== '' && label.includes(wanted)));
  return isOurs ? 'paired' : 'missing';
}

/** Whether a sound device is a headset by its label; one that has no buttons for calls is told apart by nothing else. */
export function soundsLikeHeadset(label: string): boolean {
  return /headset/i.test(label);
}

/** Four digits, as USB numbers are written. */
export function usbHex(id: number): string {
  return id.toString(16).padStart(4, '0');
}

function plain(text: string): string {
  return text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
}
