/**
 * The part of WebHID that is used here, as Chromium's types have no file of ours.
 * Source: https://wicg.github.io/webhid/
 */
export interface HidItem {
  readonly isAbsolute?: boolean;
  readonly isArray?: boolean;
  readonly isRange?: boolean;
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  /** In bits. */
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
  readonly logicalMaximum?: number;
}

export interface HidReport {
  readonly reportId?: number;
  readonly items?: readonly HidItem[];
}

export interface HidCollection {
  readonly usagePage?: number;
  readonly usage?: number;
  readonly children?: readonly HidCollection[];
  readonly inputReports?: readonly HidReport[];
  readonly outputReports?: readonly HidReport[];
  readonly featureReports?: readonly HidReport[];
}

export interface HidInputEvent {
  readonly reportId: number;
  readonly data: DataView;
}

/** One HID interface; after an unplug and a replug it is another object. */
export interface HidDevice {
  readonly opened: boolean;
  readonly vendorId: number;
  readonly productId: number;
  readonly productName: string;
  readonly collections: readonly HidCollection[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void>;
  sendFeatureReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void>;
  receiveFeatureReport(reportId: number): Promise<DataView>;
  addEventListener(name: 'inputreport', listener: (event: HidInputEvent) => void): void;
  removeEventListener(name: 'inputreport', listener: (event: HidInputEvent) => void): void;
}

export interface HidFilter {
  readonly usagePage: number;
}

type HidChangeListener = (event: { readonly device: HidDevice }) => void;

/** `navigator.hid`. */
export interface Hid {
  /** The devices the desktop side allows. */
  getDevices(): Promise<readonly HidDevice[]>;
  /** Needs a press of the agent; resolves with nothing where none is chosen. */
  requestDevice(options: { readonly filters: readonly HidFilter[] }): Promise<readonly HidDevice[]>;
  addEventListener(name: 'connect' | 'disconnect', listener: HidChangeListener): void;
  removeEventListener(name: 'connect' | 'disconnect', listener: HidChangeListener): void;
}
