import { join } from 'node:path';
import { app, type BrowserWindow, Menu, nativeImage, nativeTheme, Tray } from 'electron';
import { createTimeText } from '../../contract/words/time-text.js';
import type { Words } from '../../contract/words/words.js';
import { type DeskView, deskView } from '../menu/desk-view.js';
import { drawMenu } from '../menu/draw-menu.js';
import { performDeed } from '../menu/perform-deed.js';
import { barLines, dockLines, type MenuDeed, thumbButtons, trayLines } from '../menu/surface-menus.js';
import { openSessionBus, sessionBusPath } from '../os/session-bus.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import { buildMenuBar } from '../text/build-menu-bar.js';
import { installTray, type TrayIcon } from '../tray/install-tray.js';
import { followTrayHost } from '../tray/linux-tray-host.js';
import { constantTrayHost, noTrayHost, type TrayHost } from '../tray/tray-host.js';
import { openTrayIcons, type TrayIcons } from '../tray/tray-icons.js';
import { trayGround, trayLook } from '../tray/tray-look.js';
import { drawChanges } from './draw-changes.js';

export interface DeskSurfacesDeps {
  readonly words: Words;
  readonly link: PhoneLink;
  readonly gate: Pick<PresenceGate, 'askExit'>;
  /** The folder of what was built; the pictures are in it. */
  readonly dist: string;
  bringForward(): void;
  missed(): number;
  /** Whether a page of the phone is there to carry out commands. */
  reached(): boolean;
  window(): BrowserWindow | null;
  /** The icon that opened a hidden window again is gone. */
  unreachable(): void;
}

/** What is drawn of the phone outside of its window. */
export interface DeskSurfaces {
  draw(): void;
  /** Whether the tray shows the icon, so that a hidden window can be opened again. */
  reachable(): boolean;
  /** A window is new and has no buttons in the task bar yet. */
  windowOpened(): void;
}

/** Opens tray, menu bar, dock and task bar, as far as this system has them. */
export async function openDeskSurfaces(deps: DeskSurfacesDeps): Promise<DeskSurfaces> {
  const { link, words } = deps;
  const { platform } = process;
  const host = await trayHost();
  const icons = openTrayIcons(join(deps.dist, 'main', 'tray'), nativeImage);
  const times = createTimeText(app.getLocale(), words.language);
  const perform = (deed: MenuDeed): void => void performDeed(deed, deps);
  const ground = () => trayGround(platform, process.env['XDG_CURRENT_DESKTOP'], systemIsDark());
  const tray = installTray({
    make: makeTray,
    build: Menu.buildFromTemplate,
    icon: (look, on) => (platform === 'linux' ? icons.largeIcon(look, on) : icons.icon(look, on)),
    host,
    perform,
  });
  host.onChange((there) => {
    if (!there) deps.unreachable();
  });
  const bar = drawMenu({
    build: (template) => buildMenuBar(words, template),
    draw: (menu: Menu) => Menu.setApplicationMenu(menu),
    perform,
  });
  const platformSurface = SURFACES[platform]?.(deps, icons, perform) ?? noSurface;

  function draw(): void {
    const snapshot = link.snapshot();
    const missed = deps.missed();
    const view = deskView(snapshot, { missed, reached: deps.reached(), nowMs: Date.now() }, words, times);
    tray.show({
      look: trayLook(snapshot, missed, deps.reached()),
      ground: ground(),
      about: view.about,
      lines: trayLines(view.about, view.menu, words),
    });
    bar.show(barLines(view.menu));
    platformSurface.show(view);
  }

  nativeTheme.on('updated', draw);
  return { draw, reachable: host.there, windowOpened: platformSurface.again };
}

async function trayHost(): Promise<TrayHost> {
  if (process.platform !== 'linux') return constantTrayHost;
  const path = sessionBusPath(process.env);
  const bus = path === null ? null : await openSessionBus(path, process.getuid?.() ?? 0);
  return bus === null ? noTrayHost : followTrayHost(bus);
}

/** The bar of Windows has its own colours; where Electron does not tell them, those of the programs stand in. */
function systemIsDark(): boolean {
  const { shouldUseDarkColorsForSystemIntegratedUI: dark } = nativeTheme as Partial<typeof nativeTheme>;
  return dark ?? nativeTheme.shouldUseDarkColors;
}

function makeTray(image: Electron.NativeImage): TrayIcon<Menu> {
  const tray = new Tray(image);
  return {
    setImage: (picture) => tray.setImage(picture),
    setToolTip: (text) => tray.setToolTip(text),
    setMenu: (menu) => tray.setContextMenu(menu),
    onClick: (listener) => void tray.on('click', listener),
  };
}

interface PlatformSurface {
  show(view: DeskView): void;
  again(): void;
}

type MakeSurface = (deps: DeskSurfacesDeps, icons: TrayIcons, perform: (deed: MenuDeed) => void) => PlatformSurface;

const noSurface: PlatformSurface = { show: () => undefined, again: () => undefined };

/** What one system has and the others do not. */
const SURFACES: Readonly<Partial<Record<NodeJS.Platform, MakeSurface>>> = {
  linux: () => badgeSurface(),
  darwin(_deps, _icons, perform) {
    const badge = badgeSurface();
    const dock = drawMenu({ build: Menu.buildFromTemplate, draw: (menu: Menu) => app.dock?.setMenu(menu), perform });
    return {
      show(view) {
        badge.show(view);
        dock.show(dockLines(view.about, view.menu));
      },
      again: () => undefined,
    };
  },
  win32({ window, words }, icons, perform) {
    const onBar = () => (systemIsDark() ? ('on-dark' as const) : ('on-light' as const));
    const buttons = drawChanges((view: DeskView) =>
      window()?.setThumbarButtons(
        thumbButtons(view.menu).map(({ icon, label, command }) => ({
          icon: icons.icon(`deed-${icon}`, onBar()),
          tooltip: label,
          click: () => perform({ kind: 'command', command }),
        })),
      ),
    );
    const overlay = drawChanges((missed: number) =>
      window()?.setOverlayIcon(
        missed === 0 ? null : icons.icon('deed-missed', onBar()),
        missed === 0 ? '' : words.tray.missed(missed),
      ),
    );
    return {
      show(view) {
        buttons.show(view);
        overlay.show(view.missed);
      },
      again() {
        buttons.again();
        overlay.again();
      },
    };
  },
};

/** A number at the icon in the dock of macOS and of those desktops of Linux that have one. */
function badgeSurface(): PlatformSurface {
  const badge = drawChanges((missed: number) => app.setBadgeCount(missed));
  return { show: ({ missed }) => badge.show(missed), again: () => undefined };
}
