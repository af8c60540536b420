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
  destroy(): void;
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
 * The icon in the tray; each of its three parts is drawn when it has changed. An icon that was made while nobody shows
 * icons stays unseen for ever (Electron 33 on Linux, measured), so another one is made when somebody does; one that was
 * seen comes back by itself.
 */
export function installTray<Built extends SystemMenu>(deps: TrayDeps<Built>): { show(view: TrayView): void } {
  const { make, icon, host, perform } = deps;
  let tray: TrayIcon<Built> | null = null;
  let madeInVain = false;
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
    madeInVain = !host.there();
    icon.onClick(() => perform({ kind: 'open' }));
    return icon;
  }

  host.onChange((there) => {
    if (!there || !madeInVain || shown === null) return;
    tray?.destroy();
    tray = null;
    image.again();
    toolTip.again();
    menu.again();
  });

  return {
    show(view) {
      shown = view;
      image.show({ look: view.look, ground: view.ground });
      toolTip.show(view.about.slice(0, longestToolTip));
      menu.show(view.lines);
    },
  };
}
