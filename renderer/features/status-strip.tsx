import { type ReadonlySignal, useComputed } from '@preact/signals';
import { isRinging } from '../../contract/contact-state.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { Headsets } from '../models/headsets.js';
import type { PanelView } from '../models/panel-view.js';
import { Button, IconButton } from '../ui/button.js';
import { Menu } from '../ui/menu.js';
import { type AccountActions, AccountMenu } from './account-menu.js';
import { ConnectionSign } from './connection-sign.js';
import { HeadsetSign } from './headset-sign.js';
import { NextStatus } from './next-status.js';
import { ProtectionSign } from './protection-sign.js';
import { useScreen } from './screen-context.js';
import { StatusFace } from './status-face.js';
import { useStatusMenu } from './status-menu.js';
import { usePart } from './use-part.js';

export interface StatusStripProps {
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
  const { panelView, account, restartsBlockedUntilMs, guard, headsets, menuAsked } = props;
  const { words } = useScreen();
  const dimmed = usePart(({ health }) => health.phase === 'trouble');
  const hasAddress = usePart(({ health }) => health.trouble !== 'noAddress');
  const agentName = usePart(({ agent }) => agent?.name ?? null);
  return (
    <header class={dimmed ? 'strip dimmed' : 'strip'}>
      {agentName === null && <span class="app-name">{words.appName}</span>}
      {agentName !== null && <StatusButton asked={menuAsked} />}
      <NextStatus />
      <span class="strip-end">
        {agentName !== null && <AccountMenu agentName={agentName} {...account} />}
        <HeadsetSign headsets={headsets} />
        <ConnectionSign />
        {hasAddress && (
          <>
            <ProtectionSign restartsBlockedUntilMs={restartsBlockedUntilMs} guard={guard} />
            <PanelSwitch panelView={panelView} />
          </>
        )}
      </span>
    </header>
  );
}

/** The status, as a button that opens the others. */
function StatusButton({ asked }: { readonly asked: ReadonlySignal<number> }) {
  const { phone, words } = useScreen();
  const activity = useComputed(() => words.status.activity[phone.snapshot.value.agent?.activity ?? 'idle']);
  return (
    <Menu buttonDescription={activity} buttonClass="status-button" asked={asked.value} {...useStatusMenu()}>
      <StatusFace />
    </Menu>
  );
}

/** Folds the panel where there is room for it, else changes between it and the contact. */
function PanelSwitch({ panelView }: Pick<StatusStripProps, 'panelView'>) {
  const { panel } = useScreen().words;
  const shown = panelView.shown.value;
  const icon = shown ? 'foldPanel' : 'unfoldPanel';
  if (panelView.narrow.value) return <NarrowSwitch panelView={panelView} />;
  return <IconButton label={shown ? panel.fold : panel.unfold} icon={icon} onPress={panelView.toggle} />;
}

function NarrowSwitch({ panelView }: Pick<StatusStripProps, 'panelView'>) {
  const { panel } = useScreen().words;
  const ringing = usePart(({ contacts }) => contacts.some(isRinging));
  const shown = panelView.shown.value;
  const label = shown ? panel.toContact : panel.toPanel;
  return <Button label={label} look={shown && ringing ? 'answer' : 'plain'} compact onPress={panelView.toggle} />;
}
