import type { ReadonlySignal } from '@preact/signals';
import { useState } from 'preact/hooks';
import type { Hotkey } from '../../contract/hotkey.js';
import { Button } from '../ui/button.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

export interface HotkeyNoticeProps {
  readonly failed: ReadonlySignal<readonly Hotkey[]>;
  readonly onShow: () => void;
}

/** Which keys of the whole system were not given, until it is read. */
export function HotkeyNotice({ failed, onShow }: HotkeyNoticeProps) {
  const { hotkeys } = useScreen().words;
  const [read, setRead] = useState<readonly Hotkey[] | null>(null);
  const list = failed.value;
  if (list.length === 0 || read === list) return null;
  const dismiss = (): void => setRead(list);
  const show = (): void => {
    dismiss();
    onShow();
  };
  return (
    <NoticeLine tone="waiting" icon="warning" text={hotkeys.failed(list)} onDismiss={dismiss}>
      <Button label={hotkeys.open} look="quiet" onPress={show} />
    </NoticeLine>
  );
}
