import type { ReadonlySignal } from '@preact/signals';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import { isRinging } from '../../contract/contact-state.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Headsets } from '../models/headsets.js';
import type { PanelView } from '../models/panel-view.js';
import { lookOfStatus } from '../models/status-look.js';
import { Button, IconButton } from '../ui/button.js';
import { Menu, type MenuItem } from '../ui/menu.js';
import { StatusShape } from '../ui/status-shape.js';
import { type AccountActions, AccountMenu } from './account-menu.js';
import { ConnectionSign } from './connection-sign.js';
import { HeadsetSign } from './headset-sign.js';
import { NextStatus } from './next-status.js';
import { ProtectionSign } from './protection-sign.js';
import { useScreen } from './screen-context.js';
import { StatusFace } from './status-face.js';

export interface StatusStripProps {
  readonly snapshot: PhoneSnapshot;
  readonly actions: AvailableActions;
  readonly panelView: PanelView;
  readonly account: AccountActions;
  readonly restartsBlockedUntilMs: number | null;
  readonly guard: ReadonlySignal<GuardState>;
  readonly headsets: Pick<Headsets, 'faces'>;
  /** Counts up whenever somebody outside asks for the menu of statuses. */
  readonly menuAsked: ReadonlySignal<number>;
}

/** The strip across the window: status, next status, connection, protection. */
export function StatusStrip(props: StatusStripProps) {
  const { snapshot, actions, panelView, account, restartsBlockedUntilMs, guard, headsets, menuAsked } = props;
  const { phone, words } = useScreen();
  const { agent } = snapshot;
  const queues = isAvailable(actions, 'queueStatus');
  const choose = (statusId: string): void =>
    void phone.execute({ kind: queues ? 'queueStatus' : 'setStatus', statusId });
  const items = (): readonly MenuItem[] => menuItems(snapshot, queues);
  return (
    <header class={snapshot.health.phase === 'trouble' ? 'strip dimmed' : 'strip'}>
      {agent === null && <span class="app-name">{words.appName}</span>}
      {agent !== null && (
        <Menu
          buttonDescription={words.status.activity[agent.activity]}
          buttonClass="status-button"
          asked={menuAsked.value}
          menuLabel={queues ? words.status.chooseNext : words.status.menu}
          items={items}
          onChoose={choose}
        >
          <StatusFace agent={agent} skewMs={snapshot.skewMs} />
        </Menu>
      )}
      <NextStatus snapshot={snapshot} queues={queues} items={items} onChoose={choose} />
      <span class="strip-end">
        {agent !== null && <AccountMenu snapshot={snapshot} agentName={agent.name} {...account} />}
        <HeadsetSign snapshot={snapshot} headsets={headsets} />
        <ConnectionSign health={snapshot.health} beginning={agent === null} />
        {snapshot.health.trouble !== 'noAddress' && (
          <>
            <ProtectionSign snapshot={snapshot} restartsBlockedUntilMs={restartsBlockedUntilMs} guard={guard} />
            <PanelSwitch panelView={panelView} ringing={snapshot.contacts.some(isRinging)} />
          </>
        )}
      </span>
    </header>
  );
}

/** Folds the panel where there is room for it, else changes between it and the contact. */
function PanelSwitch({ panelView, ringing }: Pick<StatusStripProps, 'panelView'> & { readonly ringing: boolean }) {
  const { panel } = useScreen().words;
  const shown = panelView.shown.value;
  const icon = shown ? 'foldPanel' : 'unfoldPanel';
  if (panelView.narrow.value) {
    const label = shown ? panel.toContact : panel.toPanel;
    return <Button label={label} look={shown && ringing ? 'answer' : 'plain'} compact onPress={panelView.toggle} />;
  }
  return <IconButton label={shown ? panel.fold : panel.unfold} icon={icon} onPress={panelView.toggle} />;
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
