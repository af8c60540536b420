import { useState } from 'preact/hooks';
import { Button } from '../ui/button.js';
import { useCopied } from '../ui/copied.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

/** Says that this is not Amazon Connect, and where its customers come from; null says nothing. */
export function SimulatorNote({ trainerPanel }: { readonly trainerPanel: string | null }) {
  const { words } = useScreen();
  const [read, setRead] = useState(false);
  const { copied, copy } = useCopied(trainerPanel ?? '');
  if (trainerPanel === null || read) return null;
  return (
    <NoticeLine tone="off" icon="check" text={words.simulator.note} onDismiss={() => setRead(true)}>
      <Button
        label={copied ? words.attributes.copied : words.simulator.copyPanel}
        reserve={words.simulator.copyPanel}
        compact
        onPress={copy}
      />
    </NoticeLine>
  );
}
