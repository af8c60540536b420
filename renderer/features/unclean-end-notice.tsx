import { describeUncleanEnd, type UncleanEnd } from '../models/unclean-end.js';
import { Button } from '../ui/button.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

export interface UncleanEndNoticeProps {
  readonly uncleanEnd: UncleanEnd;
  readonly onShow: () => void;
}

/** Tells at the start that the last end left somebody in a status. */
export function UncleanEndNotice({ uncleanEnd, onShow }: UncleanEndNoticeProps) {
  const { words, times } = useScreen();
  const entry = uncleanEnd.entry.value;
  if (entry === null) return null;
  return (
    <NoticeLine
      tone="waiting"
      icon="warning"
      text={words.exits.unclean(describeUncleanEnd(entry, times, Date.now()))}
      onDismiss={uncleanEnd.dismiss}
    >
      <Button label={words.exits.show} compact onPress={onShow} />
    </NoticeLine>
  );
}
