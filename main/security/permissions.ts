import type { Session } from 'electron';
import { servedFrom } from './served-from.js';

type Asker = 'page' | 'panel';

/**
 * What our page and the panel may use; whoever else asks, or asks for something else, is refused. `display-capture` is left
 * out on purpose: Electron has no picker of its own, and by `chromeMediaSource` a page takes a screen that nobody chose.
 */
const ALLOWED: readonly (readonly [permission: string, asker: Asker, reason: string])[] = [
  ['media', 'panel', 'the microphone of a call; the softphone runs in the panel'],
  ['media', 'page', 'Electron before 39 names the top page when the panel asks for the microphone'],
  ['speaker-selection', 'panel', 'the agent chooses a speaker in the panel'],
  ['notifications', 'panel', 'the panel tells of contacts while it is folded away'],
  [
    'loopback-network',
    'panel',
    'the screen recording client of Amazon Connect listens at ws://localhost:5431 and 25431',
  ],
  ['local-network-access', 'panel', 'the same client: the name of that permission before Chromium 145'],
  ['hid', 'page', 'asking for a headset; which one it gets, if any, main/headset/ decides'],
  ['clipboard-sanitized-write', 'page', 'copying an attribute by its button'],
  ['clipboard-sanitized-write', 'panel', 'copy buttons of the panel'],
];

/** Origins that may ask at all. */
export interface PermissionOrigins {
  readonly page: string;
  readonly panel: string | null;
}

/** Whether this origin may use this permission. `media` is given for a microphone and nothing else that it covers. */
export function mayUse(
  permission: string,
  origin: string,
  origins: PermissionOrigins,
  mediaTypes?: readonly string[],
  platform: NodeJS.Platform = process.platform,
): boolean {
  const asker = askerOf(origin, origins);
  if (asker === null || stopsTheApp(permission, platform)) return false;
  // The camera is named. Before Electron 45 a screen is `media` as well, and then no type is.
  if (permission === 'media' && (mediaTypes?.includes('video') === true || mediaTypes?.length === 0)) return false;
  return ALLOWED.some((row) => row[0] === permission && row[1] === asker);
}

/**
 * On Linux Electron waits in its main process until the desktop has shown a notification. With one that hangs the app stood
 * still until the guardian ended it (measured, docs/adr/0024); ours go another way, see main/attention/.
 */
function stopsTheApp(permission: string, platform: NodeJS.Platform): boolean {
  return permission === 'notifications' && platform === 'linux';
}

/** Answers both ways Chromium asks: once for a use, and each time for a check. */
export function installPermissions(session: Session, origins: PermissionOrigins): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? details.mediaTypes : undefined;
    const asking = ('securityOrigin' in details ? details.securityOrigin : undefined) ?? details.requestingUrl;
    answer(mayUse(permission, servedFrom(asking), origins, mediaTypes));
  });
  session.setPermissionCheckHandler((_contents, permission, requestingOrigin, details) => {
    const mediaTypes = details.mediaType === undefined ? undefined : [details.mediaType];
    return mayUse(permission, servedFrom(details.securityOrigin ?? requestingOrigin), origins, mediaTypes);
  });
}

/** For a page that needs none: Electron gives every permission where nobody answers. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
}

function askerOf(origin: string, origins: PermissionOrigins): Asker | null {
  if (origin === origins.page) return 'page';
  return origin === origins.panel ? 'panel' : null;
}
