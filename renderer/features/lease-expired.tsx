import { isAvailable } from '../../contract/actions.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { LeaseExpiry, ShownLeaseExpiry } from '../models/lease-expiry.js';
import { Button } from '../ui/button.js';
import { Modal } from '../ui/modal.js';
import { NoticeLine } from './notices.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface LeaseExpiredProps {
  readonly expiry: LeaseExpiry;
}

const hasContacts = ({ contacts }: PhoneSnapshot): boolean => contacts.length > 0;

/** Tells an agent without a contact. The way back comes second, so that a key pressed by chance does not take it. */
export function LeaseExpiredDialog({ expiry }: LeaseExpiredProps) {
  const shown = expiry.shown.value;
  return shown?.as === 'offline' ? <OfflineDialog expiry={expiry} shown={shown} /> : null;
}

interface ShownProps extends LeaseExpiredProps {
  readonly shown: ShownLeaseExpiry;
}

function OfflineDialog({ expiry, shown }: ShownProps) {
  const { words, phone, times } = useScreen();
  const isWorking = usePart(hasContacts);
  const mayReturn = usePart((_snapshot, actions) => isAvailable(actions, 'setStatus'));
  const routable = usePart(({ agent }) => agent?.statuses.find(({ type }) => type === 'routable') ?? null);
  if (isWorking) return null;
  const { leaseExpired } = words;
  const lasting = shown.unreachableMs === null ? null : times.lasting(shown.unreachableMs);
  return (
    <Modal {...leaseExpired.offline(lasting)} onEscape={expiry.dismiss}>
      <Button label={leaseExpired.stay} look="primary" onPress={expiry.dismiss} />
      {routable !== null && mayReturn && (
        <Button
          label={leaseExpired.takeContacts}
          onPress={() => {
            expiry.dismiss();
            void phone.execute({ kind: 'setStatus', statusId: routable.statusId });
          }}
        />
      )}
    </Modal>
  );
}

/** Tells an agent who has a contact, which nothing may stand before. */
export function LeaseExpiredNotice({ expiry }: LeaseExpiredProps) {
  const shown = expiry.shown.value;
  return shown === null ? null : <ShownNotice expiry={expiry} shown={shown} />;
}

function ShownNotice({ expiry, shown }: ShownProps) {
  const { words, phone, times } = useScreen();
  const isWorking = usePart(hasContacts);
  const mayClear = usePart((_snapshot, actions) => isAvailable(actions, 'clearNextStatus'));
  if (!isWorking) return null;
  const { leaseExpired, status } = words;
  const lasting = shown.unreachableMs === null ? null : times.lasting(shown.unreachableMs);
  if (shown.as === 'offline') {
    const { title, advice } = leaseExpired.offline(lasting);
    return <NoticeLine tone="waiting" icon="warning" text={`${title}. ${advice}`} onDismiss={expiry.dismiss} />;
  }
  return (
    <NoticeLine tone="waiting" icon="warning" text={leaseExpired.queued(lasting)} onDismiss={expiry.dismiss}>
      {mayClear && (
        <Button
          label={status.clearNext}
          compact
          onPress={() => {
            expiry.dismiss();
            void phone.execute({ kind: 'clearNextStatus' });
          }}
        />
      )}
    </NoticeLine>
  );
}
