import type { App, GlobalShortcut, PowerMonitor } from 'electron';
import { availableActions } from '../../contract/actions.js';
import { maxDialTextLength } from '../../contract/errand.js';
import type { Hotkey, HotkeyAction } from '../../contract/hotkey.js';
import { hotkeySettings, hotkeysOf } from '../../contract/hotkey-settings.js';
import { commandOf } from '../../contract/intent.js';
import type { Settings } from '../../contract/settings.js';
import type { Announcer } from '../ipc/announce.js';
import type { PhoneLink } from '../phone/phone-link.js';
import { createHotkeyRegistry } from './hotkey-registry.js';

export interface HotkeyDeps {
  readonly app: Pick<App, 'on'>;
  readonly shortcuts: Pick<GlobalShortcut, 'register' | 'unregister'>;
  readonly power: Pick<PowerMonitor, 'on'>;
  readonly link: Pick<PhoneLink, 'snapshot' | 'onSnapshot' | 'execute'>;
  readonly announcer: Pick<Announcer, 'announce'>;
  settings(): Settings;
  changeSettings(change: Partial<Settings>): Promise<boolean>;
  readClipboard(): Promise<string>;
  bringForward(): void;
}

/** What the page may ask of the keys. */
export interface Hotkeys {
  list(): readonly Hotkey[];
  change(action: HotkeyAction, accelerator: string): Promise<readonly Hotkey[]>;
  pause(paused: boolean): void;
}

/** As long as the phone itself waits for Connect; what comes later is told in the window all the same. */
const commandTimeoutMs = 15_000;

/**
 * Takes the keys as soon as somebody is signed in, and again after sleep and unlocking, as a system may have dropped them.
 * Keys do nothing by themselves: each is an intent, whose command the snapshot says.
 */
export function installHotkeys(deps: HotkeyDeps): Hotkeys {
  const { app, shortcuts, power, link, announcer } = deps;
  const port = {
    register: (accelerator: string, pressed: () => void) => shortcuts.register(accelerator, pressed),
    unregister: (accelerator: string) => shortcuts.unregister(accelerator),
  };
  const registry = createHotkeyRegistry(port, (action) => void act(action, deps), Date.now);
  let known: readonly Hotkey[] | null = null;
  let paused = false;

  function take(): readonly Hotkey[] {
    known = registry.apply(hotkeysOf(deps.settings()));
    return known;
  }

  function takeAndTell(): void {
    const failed = take().filter(({ state }) => state === 'taken' || state === 'twice');
    if (failed.length > 0) announcer.announce('hotkeysFailed', failed);
  }

  const stop = link.onSnapshot(({ agent }) => {
    if (agent === null || paused) return;
    stop();
    takeAndTell();
  });
  const retake = (): void => {
    if (known !== null && !paused) takeAndTell();
  };
  power.on('resume', retake);
  power.on('unlock-screen', retake);
  app.on('will-quit', registry.release);

  return {
    list: () => known ?? take(),
    async change(action, accelerator) {
      await deps.changeSettings({ [hotkeySettings[action]]: accelerator });
      paused = false;
      return take();
    },
    pause(now) {
      if (paused === now) return;
      paused = now;
      if (paused) registry.release();
      else take();
    },
  };
}

async function act(action: HotkeyAction, { link, announcer, bringForward, readClipboard }: HotkeyDeps): Promise<void> {
  switch (action) {
    case 'showWindow':
      bringForward();
      break;
    case 'nextStatus':
      bringForward();
      announcer.announce('openStatusMenu', undefined);
      break;
    case 'dialClipboard':
      bringForward();
      announcer.announce('dialAsked', { text: (await readClipboard()).trim().slice(0, maxDialTextLength) });
      break;
    default: {
      const snapshot = link.snapshot();
      const command = commandOf(action, snapshot, availableActions(snapshot));
      if (command !== null) void link.execute(command, commandTimeoutMs);
    }
  }
}
