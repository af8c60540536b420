import type { Command } from '../../contract/command.js';
import type { Intent } from '../../contract/intent.js';
import type { Words } from '../../contract/words/words.js';
import type { PhoneMenu } from './phone-menu.js';

/** What choosing a line does. */
export type MenuDeed =
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'open' }
  | { readonly kind: 'quit' };

/** A line of a menu, as data; null stands for a line between groups. */
export type MenuLine =
  | null
  | { readonly kind: 'text'; readonly label: string }
  | { readonly kind: 'deed'; readonly label: string; readonly deed: MenuDeed }
  | { readonly kind: 'radio'; readonly label: string; readonly chosen: boolean; readonly deed: MenuDeed }
  | { readonly kind: 'menu'; readonly label: string; readonly lines: readonly MenuLine[] };

/** A button below the picture of the window in the task bar of Windows. */
export interface ThumbButton {
  readonly icon: 'answer' | 'decline' | 'hangUp' | 'mute' | 'unmute';
  readonly label: string;
  readonly command: Command;
}

/** The tray: who and since when, what can be done, the statuses, the window, the way out. */
export function trayLines(about: string, menu: PhoneMenu, { tray, menus }: Words): readonly MenuLine[] {
  return grouped([
    [{ kind: 'text', label: about }],
    ...phoneGroups(menu),
    [
      { kind: 'deed', label: tray.open, deed: { kind: 'open' } },
      { kind: 'deed', label: menus.quit, deed: { kind: 'quit' } },
    ],
  ]);
}

/** The dock of macOS, which adds the windows and the way out itself. */
export function dockLines(about: string, menu: PhoneMenu): readonly MenuLine[] {
  return grouped([[{ kind: 'text', label: about }], ...phoneGroups(menu)]);
}

/** The window's own menu; empty while there is nothing to do, as a menu that opens to nothing puzzles. */
export function barLines(menu: PhoneMenu): readonly MenuLine[] {
  return grouped(phoneGroups(menu));
}

const onThumb: readonly Intent[] = ['answer', 'decline', 'mute', 'hangUp'];

/** The task bar of Windows, which has room for seven buttons and shows no text but a tooltip. */
export function thumbButtons(menu: PhoneMenu): readonly ThumbButton[] {
  return menu.deeds
    .filter(({ intent }) => onThumb.includes(intent))
    .map(({ intent, label, command }) => ({
      icon: command.kind === 'unmute' ? 'unmute' : (intent as ThumbButton['icon']),
      label,
      command,
    }));
}

function phoneGroups({ deeds, statuses }: PhoneMenu): readonly (readonly MenuLine[])[] {
  const ofDeeds = deeds.map(
    ({ label, command }): MenuLine => ({ kind: 'deed', label, deed: { kind: 'command', command } }),
  );
  if (statuses === null) return [ofDeeds];
  const lines = statuses.choices.map(
    ({ label, chosen, command }): MenuLine => ({ kind: 'radio', label, chosen, deed: { kind: 'command', command } }),
  );
  return [ofDeeds, [{ kind: 'menu', label: statuses.label, lines }]];
}

function grouped(groups: readonly (readonly MenuLine[])[]): readonly MenuLine[] {
  return groups.filter((group) => group.length > 0).flatMap((group, index) => (index === 0 ? group : [null, ...group]));
}
