import { useMemo } from 'preact/hooks';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { lookOfStatus } from '../models/status-look.js';
import type { MenuItem, MenuProps } from '../ui/menu.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

/** Whether a status that is chosen now becomes the next one; a part of the phone. */
export function mayQueue(_snapshot: PhoneSnapshot, actions: AvailableActions): boolean {
  return isAvailable(actions, 'queueStatus');
}

/** A menu of the statuses: what is in it while it is open, and what choosing one does. */
export function useStatusMenu(): Pick<MenuProps, 'menuLabel' | 'items' | 'onChoose'> {
  const { phone, actions, words } = useScreen();
  return useMemo(
    () => ({
      menuLabel: () => (isAvailable(actions.value, 'queueStatus') ? words.status.chooseNext : words.status.menu),
      items: () => menuItems(phone.snapshot.value, isAvailable(actions.value, 'queueStatus')),
      onChoose(statusId) {
        const kind = isAvailable(actions.peek(), 'queueStatus') ? 'queueStatus' : 'setStatus';
        void phone.execute({ kind, statusId });
      },
    }),
    [],
  );
}

/** The statuses to choose from; the one that would not change anything is marked. */
function menuItems({ agent }: PhoneSnapshot, queues: boolean): readonly MenuItem[] {
  if (agent === null) return [];
  const current = (queues ? agent.nextStatus?.statusId : null) ?? agent.availability.statusId;
  return agent.statuses.map(({ statusId, name, type }) => ({
    id: statusId,
    label: name,
    checked: statusId === current,
    mark: <StatusShape {...lookOfStatus(type)} />,
  }));
}
