import type { DownloadNews } from '../../contract/download-news.js';
import { extensionOf } from './safe-name.js';

/** What is known of a file before its first byte. */
export interface OfferedFile {
  /** Whether the phone window asks; a sign-in window has nothing to save. */
  readonly fromPhone: boolean;
  /** Every address on the way to the file, with its redirections. */
  readonly addresses: readonly string[];
  /** The name it would be saved under. */
  readonly name: string;
  /** 0 when the server does not say. */
  readonly totalBytes: number;
}

export interface DownloadLimits {
  readonly panelOrigin: string | null;
  readonly maxMb: number;
}

/** Types that an operating system runs, installs or obeys when they are opened. */
const PROGRAMS: ReadonlySet<string> = new Set(
  [
    ['exe', 'com', 'scr', 'pif', 'cpl', 'msi', 'msp', 'msix', 'appx', 'lnk', 'url', 'scf', 'reg', 'hta'], // Windows
    ['bat', 'cmd', 'ps1', 'psm1', 'vbs', 'vbe', 'js', 'jse', 'mjs', 'wsf', 'wsh', 'jar', 'sh'], // scripts
    ['app', 'dmg', 'pkg', 'mpkg', 'command', 'workflow', 'scpt'], // macOS
    ['appimage', 'deb', 'rpm', 'run', 'desktop'], // Linux
  ].flat(),
);

type Refusal = Exclude<DownloadNews['kind'], 'saved' | 'failed'>;

/** The first row that fits refuses a file; one that none fits is saved. */
const REFUSALS: readonly (readonly [
  kind: Refusal,
  fits: (file: OfferedFile, limits: DownloadLimits) => boolean,
  reason: string,
])[] = [
  ['foreign', (file) => !file.fromPhone, 'only the panel has files for the agent'],
  [
    'foreign',
    ({ addresses }, { panelOrigin }) =>
      addresses.length === 0 || !addresses.every((address) => isPanelFile(address, panelOrigin)),
    'attachments come from the instance or, over https, from where it keeps them',
  ],
  ['program', ({ name }) => PROGRAMS.has(extensionOf(name)), 'a double click would start it'],
  ['tooLarge', ({ totalBytes }, { maxMb }) => isTooLarge(totalBytes, maxMb), 'a disk that is full stops the phone'],
];

/** Why a file is not saved; null when it is. */
export function judgeDownload(file: OfferedFile, limits: DownloadLimits): Refusal | null {
  return REFUSALS.find(([, fits]) => fits(file, limits))?.[0] ?? null;
}

const bytesInMb = 1_000_000;

/** Whether this many bytes are more than a limit allows; asked again while a file comes in, as a server may lie. */
export function isTooLarge(bytes: number, maxMb: number): boolean {
  return bytes > maxMb * bytesInMb;
}

/** https from anywhere; else only what the instance's own origin serves or has made in the page. */
function isPanelFile(address: string, panelOrigin: string | null): boolean {
  if (panelOrigin === null || !URL.canParse(address)) return false;
  const { protocol, origin } = new URL(address);
  return protocol === 'https:' || origin === panelOrigin;
}
