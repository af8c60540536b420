import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { drawMenu, type SystemMenu } from '../menu/draw-menu.js';
import type { MenuDeed, MenuLine } from '../menu/surface-menus.js';
import { drawChanges } from '../shell/draw-changes.js';
import type { TrayHost } from './tray-host.js';
import type { TrayGround, TrayLook } from './tray-look.js';

/** An icon in the tray, as Electron's `Tray` is one. */
export interface TrayIcon<Built extends SystemMenu> {
  setImage(image: NativeImage): void;
  setToolTip(text: string): void;
  setMenu(menu: Built): void;
  onClick(listener: () => void): void;
}

export interface TrayDeps<Built extends SystemMenu> {
  make(image: NativeImage): TrayIcon<Built>;
  build(template: MenuItemConstructorOptions[]): Built;
  icon(look: TrayLook, ground: TrayGround): NativeImage;
  readonly host: TrayHost;
  perform(deed: MenuDeed): void;
}

export interface TrayView {
  readonly look: TrayLook;
  readonly ground: TrayGround;
  readonly about: string;
  readonly lines: readonly MenuLine[];
}

/** Windows cuts a longer one, in the middle of a character if it must. */
const longestToolTip = 127;

/**
 * The icon in the tray, while somebody shows icons; each of its three parts is drawn when it has changed. Where nobody does,
 * an icon that is made stays unseen for ever, and each picture of it is kept for ever (10 KB; both Electron 33 on Linux,
 * measured). One that was seen comes back by itself.
 */
export function installTray<Built extends SystemMenu>(deps: TrayDeps<Built>): { show(view: TrayView): void } {
  const { make, icon, host, perform } = deps;
  let tray: TrayIcon<Built> | null = null;
  let shown: TrayView | null = null;

  const image = drawChanges(({ look, ground }: Pick<TrayView, 'look' | 'ground'>) => {
    const picture = icon(look, ground);
    if (tray === null) tray = made(picture);
    else tray.setImage(picture);
  });
  const toolTip = drawChanges((text: string) => tray?.setToolTip(text));
  const menu = drawMenu({ build: deps.build, draw: (built) => tray?.setMenu(built), perform });

  function made(picture: NativeImage): TrayIcon<Built> {
    const icon = make(picture);
    icon.onClick(() => perform({ kind: 'open' }));
    return icon;
  }

  function draw(): void {
    if (shown === null || !host.there()) return;
    image.show({ look: shown.look, ground: shown.ground });
    toolTip.show(shown.about.slice(0, longestToolTip));
    menu.show(shown.lines);
  }

  host.onChange(draw);
  return {
    show(view) {
      shown = view;
      draw();
    },
  };
}
