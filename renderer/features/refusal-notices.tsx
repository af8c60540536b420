import { type PanelRefusals, refusalKey } from '../models/panel-refusals.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';

/** What pages were refused, one sentence each. */
export function RefusalNotices({ refusals }: { readonly refusals: PanelRefusals }) {
  const { words } = useScreen();
  return (
    <>
      {refusals.items.value.map((refusal) => (
        <NoticeLine
          key={refusalKey(refusal)}
          tone="bad"
          icon="warning"
          text={words.refusal(refusal)}
          onDismiss={() => refusals.dismiss(refusal)}
        />
      ))}
    </>
  );
}
