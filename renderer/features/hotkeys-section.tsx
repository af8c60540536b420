import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { type AcceleratorRefusal, readAccelerator } from '../../contract/accelerator.js';
import type { Hotkey, HotkeyAction } from '../../contract/hotkey.js';
import { keyText } from '../models/key-text.js';
import { recordedKey } from '../models/recorded-key.js';
import { IconButton } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useScreen } from './screen-context.js';

/** The keys of the whole system, as the desktop side keeps them. */
export interface HotkeyList {
  readonly read: () => Promise<readonly Hotkey[]>;
  readonly change: (action: HotkeyAction, accelerator: string) => Promise<readonly Hotkey[]>;
  /** Gives all keys back for a while, so that they reach the page. */
  readonly pause: (paused: boolean) => void;
}

/** Every hotkey, whether it works, and another one by pressing it. */
export function HotkeysSection({ read, change, pause }: HotkeyList) {
  const { hotkeys } = useScreen().words;
  const [list, setList] = useState<readonly Hotkey[]>([]);
  const [recording, setRecording] = useState<HotkeyAction | null>(null);
  const [refusal, setRefusal] = useState<AcceleratorRefusal | null>(null);
  useEffect(() => void read().then(setList), []);

  // Before the paint: a key may be pressed right after the click.
  useLayoutEffect(() => {
    if (recording === null) return;
    pause(true);
    const onKey = (event: KeyboardEvent): void => {
      event.preventDefault();
      event.stopPropagation();
      const pressed = recordedKey(event);
      if (pressed === null) return;
      const keys = readAccelerator(pressed);
      if (pressed === 'Escape') setRecording(null);
      else if (keys.ok) {
        setRecording(null);
        void change(recording, keys.value).then(setList);
      } else setRefusal(keys.failure);
    };
    window.addEventListener('keydown', onKey, true);
    return () => {
      window.removeEventListener('keydown', onKey, true);
      setRefusal(null);
      pause(false);
    };
  }, [recording]);

  return (
    <>
      <p class="hint">{hotkeys.advice}</p>
      <ul class="hotkeys">
        {list.map((hotkey) => (
          <HotkeyRow
            key={hotkey.action}
            hotkey={hotkey}
            recording={recording === hotkey.action}
            refusal={refusal}
            onRecord={() => setRecording(hotkey.action)}
            onRemove={() => void change(hotkey.action, '').then(setList)}
          />
        ))}
      </ul>
    </>
  );
}

interface HotkeyRowProps {
  readonly hotkey: Hotkey;
  readonly recording: boolean;
  readonly refusal: AcceleratorRefusal | null;
  readonly onRecord: () => void;
  readonly onRemove: () => void;
}

function HotkeyRow({ hotkey, recording, refusal, onRecord, onRemove }: HotkeyRowProps) {
  const { hotkeys } = useScreen().words;
  const { action, accelerator, state } = hotkey;
  const name = hotkeys.actions[action];
  const keys = keyText(accelerator, navigator.platform.startsWith('Mac'), hotkeys);
  return (
    <li class="hotkey">
      <span class="hotkey-name">{name}</span>
      <button type="button" class={recording ? 'hotkey-keys recording' : 'hotkey-keys'} onClick={onRecord}>
        <span class="only-read-out">{hotkeys.change(name)}</span>
        {recording && <span role="status">{refusal === null ? hotkeys.recording : hotkeys.refused[refusal]}</span>}
        {!recording && keys.length === 0 && <span class="hint">{hotkeys.none}</span>}
        {!recording && keys.map((key) => <kbd key={key}>{key}</kbd>)}
      </button>
      {accelerator === '' ? <span /> : <IconButton label={hotkeys.remove(name)} icon="close" onPress={onRemove} />}
      {(state === 'taken' || state === 'twice') && (
        <p class="hotkey-trouble">
          <Icon name="warning" />
          {hotkeys[state]}
        </p>
      )}
    </li>
  );
}
