import type { AvailableActions } from '../../contract/actions.js';
import { isAvailable } from '../../contract/actions.js';
import type { Leaving, LeavingChoice } from '../../contract/leaving.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { describeOpen } from '../models/open-contacts.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface LeavingViewProps {
  readonly leaving: Leaving;
  readonly choose: (choice: LeavingChoice) => void;
}

/** Shows what the presence gate is at while the agent is leaving, and takes the agent's answer. */
export function LeavingView({ leaving: { view, goal }, choose }: LeavingViewProps) {
  const { words, phone, times } = useScreen();
  const contacts = usePart((snapshot) => snapshot.contacts);
  const way = usePart(wayOut);
  const { leaving } = words;
  const stay = (): void => choose('stay');
  switch (view.kind) {
    case 'settingOffline':
      return <Modal key={view.kind} {...leaving.settingOffline[goal]} />;
    case 'onContact': {
      const label = way === 'leave' ? leaving.leaveAndQuit : leaving.endAndQuit;
      return (
        <Modal key={view.kind} {...leaving.onContact(describeOpen(contacts, words))} onEscape={stay}>
          <Button label={leaving.quitWhenClear} look="primary" onPress={() => choose('quitWhenClear')} />
          <Button label={leaving.stay} onPress={stay} />
          {way !== null && <Button label={label} look="risky" onPress={() => choose('endAndQuit')} />}
        </Modal>
      );
    }
    case 'confirmEnd': {
      const leaves = way === 'leave';
      return (
        <Modal key={view.kind} {...(leaves ? leaving.confirmLeave : leaving.confirmEnd)} onEscape={stay}>
          <Button label={leaving.quitWhenClear} look="primary" onPress={() => choose('quitWhenClear')} />
          <Button label={leaving.stay} onPress={stay} />
          <Button
            label={leaves ? leaving.leaveAndQuit : leaving.endNow}
            look="risky"
            onPress={() => choose('endAndQuit')}
          />
        </Modal>
      );
    }
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
          {view.reason === 'signedOut' && <Button label={leaving.signIn} onPress={phone.signIn} />}
          <Button label={leaving.stay} onPress={stay} />
          <Button label={leaving.anyway[goal]} look="risky" onPress={() => choose('quitAnyway')} />
        </Modal>
      );
    case 'closedBadly':
      return (
        <Modal
          key={view.kind}
          {...leaving.closedBadly(view.outcome, view.sinceMs === null ? null : times.near(view.sinceMs, Date.now()))}
          onEscape={stay}
        >
          <Button label={leaving.goOn} look="primary" onPress={stay} />
        </Modal>
      );
    case 'wentToSleep':
      return (
        <Modal key={view.kind} {...leaving.wentToSleep(view.outcome)} onEscape={stay}>
          <Button label={leaving.goOn} look="primary" onPress={stay} />
        </Modal>
      );
    case 'givenUp':
      return (
        <Modal key={view.kind} {...leaving.givenUp} onEscape={stay}>
          <Button
            label={leaving.restartPanel}
            look="primary"
            onPress={() => {
              stay();
              phone.restartPanel();
            }}
          />
          <Button label={leaving.stay} onPress={stay} />
        </Modal>
      );
  }
}

/** Whether the calls end with the agent's leaving, only go on between others, or are none that the phone can get out of. */
function wayOut({ contacts }: PhoneSnapshot, actions: AvailableActions): 'end' | 'leave' | null {
  const isOffered = (kind: 'hangUp' | 'leave') =>
    contacts.some(({ contactId }) => isAvailable(actions, kind, contactId));
  if (isOffered('hangUp')) return 'end';
  return isOffered('leave') ? 'leave' : null;
}
