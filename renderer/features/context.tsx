import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { RefObject } from 'preact';
import { useMemo } from 'preact/hooks';
import type { StartInfo } from '../../contract/requests.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { createCard } from '../models/card.js';
import type { DialInput } from '../models/dial-input.js';
import type { Focus } from '../models/focused-contact.js';
import { followShownContact } from '../models/shown-contact.js';
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
import { useDerived, usePart } from './use-part.js';

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
  const { phone, words } = useScreen();
  const { startInfo, changeAddress, leaveAddress } = props;
  const { settings } = startInfo;
  const view = useDerived(() => chooseView(phone.snapshot.value, leaveAddress !== null), [leaveAddress !== null]);
  const trouble = usePart(({ health }) => health.trouble);
  useKeptFocus(props.place);
  if (view === 'firstRun') {
    const trySimulator = startInfo.simulator === null ? undefined : props.trySimulator;
    return <FirstRun settings={settings} changeAddress={changeAddress} trySimulator={trySimulator} />;
  }
  if (view === 'otherAddress' && leaveAddress !== null) {
    return <FirstRun settings={settings} changeAddress={changeAddress} onCancel={leaveAddress} />;
  }
  if (view === 'trouble' && trouble !== null) {
    return <TroubleView trouble={trouble} startInfo={startInfo} changeAddress={changeAddress} />;
  }
  if (view === 'starting') {
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

type View = 'firstRun' | 'otherAddress' | 'trouble' | 'starting' | 'contacts';

function chooseView({ health, agent, contacts }: PhoneSnapshot, wantsOtherAddress: boolean): View {
  const isEmpty = contacts.length === 0;
  if (health.trouble === 'noAddress') return 'firstRun';
  // A contact that comes all the same is what matters then.
  if (wantsOtherAddress && isEmpty) return 'otherAddress';
  if (health.trouble !== null && (agent === null || isEmpty)) return 'trouble';
  return agent === null ? 'starting' : 'contacts';
}

/** The contact in work and the others, or the way to call somebody. */
function Contacts({ place, startInfo, focus, dialInput, onShow, showPanel }: ContactsProps) {
  const { phone, actions } = useScreen();
  const focused = useComputed(
    () => phone.snapshot.value.contacts.find(({ contactId }) => contactId === focus.value.contactId) ?? null,
  );
  const shown = useMemo(() => followShownContact(focused), []);
  const key = useDerived(() => shown.value.key);
  const card = useMemo(() => createCard(shown, actions), [key]);
  const trouble = usePart(({ health }) => health.trouble);
  const look = useComputed(() => {
    const isDimmed = phone.snapshot.value.health.phase === 'trouble';
    return `contacts ${isDimmed ? 'dimmed' : ''} ${shown.value.awaited ? 'awaiting' : ''}`;
  });
  useKeptFocus(place);
  const { appOrigin, dialCountry } = startInfo.settings;
  return (
    <div class={look}>
      {trouble !== null && <TroubleBanner trouble={trouble} origin={appOrigin} />}
      <ContactCard key={`card ${key}`} card={card} country={dialCountry} showPanel={showPanel} />
      <ContactList focus={focus} onShow={onShow} place={place} />
      <AttributesPanel key={`attributes ${key}`} card={card} place={place} />
      <DialForm place={place} focused={focused} input={dialInput} country={dialCountry} />
    </div>
  );
}
