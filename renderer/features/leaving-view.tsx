import type { Leaving, LeavingChoice } from '../../contract/leaving.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

export interface LeavingViewProps {
  readonly leaving: Leaving;
  readonly choose: (choice: LeavingChoice) => void;
}

/** Shows what the presence gate is at while the agent is leaving, and takes the agent's answer. */
export function LeavingView({ leaving: { view, goal }, choose }: LeavingViewProps) {
  const { leaving } = useScreen().words;
  const stay = (): void => choose('stay');
  switch (view.kind) {
    case 'settingOffline':
      return <Modal key={view.kind} {...leaving.settingOffline[goal]} />;
    case 'onContact':
      return (
        <Modal key={view.kind} {...leaving.onContact} onEscape={stay}>
          <Button label={leaving.quitWhenClear} look="primary" onPress={() => choose('quitWhenClear')} />
          <Button label={leaving.stay} onPress={stay} />
        </Modal>
      );
    case 'whenClear':
      return (
        <div class="leaving-bar tone-waiting" role="status">
          <StatusShape shape="half" tone="waiting" />
          <span>{leaving.whenClear[goal]}</span>
          <Button label={leaving.stay} onPress={stay} />
        </div>
      );
    case 'notConfirmed':
      return (
        <Modal
          key={view.kind}
          {...leaving.notConfirmed(view.reason === null ? null : leaving.reason[view.reason])}
          onEscape={stay}
        >
          <Button label={leaving.tryAgain} look="primary" onPress={() => choose('tryAgain')} />
          <Button label={leaving.stay} onPress={stay} />
          <Button label={leaving.anyway[goal]} look="risky" onPress={() => choose('quitAnyway')} />
        </Modal>
      );
  }
}
