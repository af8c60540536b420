import { useRef } from 'preact/hooks';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import { isRinging } from '../../contract/contact-state.js';
import type { StartInfo } from '../../contract/requests.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { awaitedActions } from '../models/awaited-contact.js';
import type { DialInput } from '../models/dial-input.js';
import { nothingShown, showContact } from '../models/shown-contact.js';
import { Icon } from '../ui/icon.js';
import { AttributesPanel } from './attributes-panel.js';
import { ContactCard } from './contact-card.js';
import { ContactList } from './contact-list.js';
import { DialForm } from './dial-form.js';
import { type ChangeAddress, FirstRun, type TrySimulator } from './first-run.js';
import { useScreen } from './screen-context.js';
import { TroubleBanner } from './trouble-banner.js';
import { TroubleView } from './trouble-view.js';

export interface ContextProps {
  readonly snapshot: PhoneSnapshot;
  readonly actions: AvailableActions;
  readonly startInfo: StartInfo;
  readonly focusedId: string | null;
  readonly dialInput: DialInput;
  readonly onShow: (contactId: string) => void;
  readonly showPanel: () => void;
  readonly changeAddress: ChangeAddress;
  readonly trySimulator: TrySimulator;
  /** The agent wants another address; null when not. */
  readonly leaveAddress: (() => void) | null;
}

/** The right side of the window: the contact in work, or what there is to do without one. */
export function Context(props: ContextProps) {
  const { words } = useScreen();
  const { snapshot, actions, startInfo, focusedId } = props;
  const { agent, health } = snapshot;
  const focused = snapshot.contacts.find((contact) => contact.contactId === focusedId);
  const shown = useRef(nothingShown);
  shown.current = showContact(shown.current, focused ?? null);
  const { contact, awaited, key } = shown.current;
  const { settings } = startInfo;
  if (health.trouble === 'noAddress') {
    const trySimulator = startInfo.simulator === null ? undefined : props.trySimulator;
    return <FirstRun settings={settings} changeAddress={props.changeAddress} trySimulator={trySimulator} />;
  }
  // A contact that comes all the same is what matters then.
  if (props.leaveAddress !== null && snapshot.contacts.length === 0) {
    return <FirstRun settings={settings} changeAddress={props.changeAddress} onCancel={props.leaveAddress} />;
  }
  const { appOrigin, dialCountry } = settings;
  if (health.trouble !== null && (agent === null || snapshot.contacts.length === 0)) {
    const { trouble, recovery } = health;
    return (
      <TroubleView
        trouble={trouble}
        recovery={recovery}
        snapshot={snapshot}
        startInfo={startInfo}
        changeAddress={props.changeAddress}
      />
    );
  }
  if (agent === null) {
    return (
      <div class="idle" role="status">
        <span class="idle-icon tone-off">
          <Icon name="wait" />
        </span>
        <h1>{words.starting.title}</h1>
        <p>{words.starting.advice}</p>
      </div>
    );
  }
  // A ring must not take the field away from under the agent's fingers.
  const typing = focused !== undefined && isRinging(focused) && props.dialInput.typed.value !== '';
  const beside = typing || (focused !== undefined && isAvailable(actions, 'dial'));
  return (
    <div class={`contacts ${health.phase === 'trouble' ? 'dimmed' : ''} ${awaited ? 'awaiting' : ''}`}>
      {health.trouble !== null && <TroubleBanner snapshot={snapshot} trouble={health.trouble} origin={appOrigin} />}
      <ContactCard
        key={`card ${key}`}
        contact={contact}
        awaited={awaited}
        snapshot={snapshot}
        actions={awaited ? awaitedActions : actions}
        country={dialCountry}
        showPanel={props.showPanel}
      />
      <ContactList snapshot={snapshot} focusedId={focusedId} onShow={props.onShow} />
      <AttributesPanel key={`attributes ${key}`} attributes={contact.attributes} awaited={awaited} />
      <DialForm
        hidden={focused !== undefined && !beside}
        input={props.dialInput}
        beside={beside}
        agent={agent}
        actions={actions}
        country={dialCountry}
        busy={snapshot.pending.commands.some((command) => command.kind === 'dial')}
      />
    </div>
  );
}
