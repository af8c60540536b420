import type { ReadonlySignal } from '@preact/signals';
import { useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { isAvailable } from '../../contract/actions.js';
import { isRinging } from '../../contract/contact-state.js';
import type { StartInfo } from '../../contract/requests.js';
import { awaitedActions } from '../models/awaited-contact.js';
import type { DialInput } from '../models/dial-input.js';
import type { Focus } from '../models/focused-contact.js';
import { nothingShown, showContact } from '../models/shown-contact.js';
import { Icon } from '../ui/icon.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { AttributesPanel } from './attributes-panel.js';
import { ContactCard } from './contact-card.js';
import { ContactList } from './contact-list.js';
import { DialForm } from './dial-form.js';
import { type ChangeAddress, FirstRun, type TrySimulator } from './first-run.js';
import { useScreen } from './screen-context.js';
import { TroubleBanner } from './trouble-banner.js';
import { TroubleView } from './trouble-view.js';
import { usePart } from './use-part.js';

export interface ContactsProps {
  /** Where the keyboard goes when a control that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
  readonly startInfo: StartInfo;
  /** Which contact is open. */
  readonly focus: ReadonlySignal<Focus>;
  readonly dialInput: DialInput;
  readonly onShow: (contactId: string) => void;
  readonly showPanel: () => void;
}

export interface ContextProps extends ContactsProps {
  readonly changeAddress: ChangeAddress;
  readonly trySimulator: TrySimulator;
  /** The agent wants another address; null when not. */
  readonly leaveAddress: (() => void) | null;
}

/** The right side of the window: the contact in work, or what there is to do without one. */
export function Context(props: ContextProps) {
  const { words } = useScreen();
  const { startInfo } = props;
  const { settings } = startInfo;
  const trouble = usePart(({ health }) => health.trouble);
  const isNobody = usePart(({ agent }) => agent === null);
  const isEmpty = usePart(({ contacts }) => contacts.length === 0);
  useKeptFocus(props.place);
  if (trouble === 'noAddress') {
    const trySimulator = startInfo.simulator === null ? undefined : props.trySimulator;
    return <FirstRun settings={settings} changeAddress={props.changeAddress} trySimulator={trySimulator} />;
  }
  // A contact that comes all the same is what matters then.
  if (props.leaveAddress !== null && isEmpty) {
    return <FirstRun settings={settings} changeAddress={props.changeAddress} onCancel={props.leaveAddress} />;
  }
  if (trouble !== null && (isNobody || isEmpty)) {
    return <TroubleView trouble={trouble} startInfo={startInfo} changeAddress={props.changeAddress} />;
  }
  if (isNobody) {
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
  return <Contacts {...props} />;
}

/** The contact in work and the others, or the way to call somebody. */
function Contacts({ place, startInfo, focus, dialInput, onShow, showPanel }: ContactsProps) {
  const { phone } = useScreen();
  const focusedId = useComputed(() => focus.value.contactId).value;
  const focused = useComputed(
    () => phone.snapshot.value.contacts.find(({ contactId }) => contactId === focus.value.contactId) ?? null,
  ).value;
  const trouble = usePart(({ health }) => health.trouble);
  const dimmed = usePart(({ health }) => health.phase === 'trouble');
  const actions = usePart((_snapshot, available) => available);
  useKeptFocus(place);
  const shown = useRef(nothingShown);
  shown.current = showContact(shown.current, focused);
  const { contact, awaited, key } = shown.current;
  const { appOrigin, dialCountry } = startInfo.settings;
  // A ring must not take the field away from under the agent's fingers.
  const typing = focused !== null && isRinging(focused) && dialInput.typed.value !== '';
  const beside = typing || (focused !== null && isAvailable(actions, 'dial'));
  return (
    <div class={`contacts ${dimmed ? 'dimmed' : ''} ${awaited ? 'awaiting' : ''}`}>
      {trouble !== null && <TroubleBanner trouble={trouble} origin={appOrigin} />}
      <ContactCard
        key={`card ${key}`}
        contact={contact}
        awaited={awaited}
        actions={awaited ? awaitedActions : actions}
        country={dialCountry}
        showPanel={showPanel}
      />
      <ContactList focusedId={focusedId} onShow={onShow} />
      <AttributesPanel key={`attributes ${key}`} attributes={contact.attributes} awaited={awaited} />
      <DialForm hidden={focused !== null && !beside} input={dialInput} beside={beside} country={dialCountry} />
    </div>
  );
}
