import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import { availableActions } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { Hotkey } from '../../contract/hotkey.js';
import type { Leaving, LeavingChoice } from '../../contract/leaving.js';
import type { StartInfo } from '../../contract/requests.js';
import type { SignInAnswer, SignInAsked, SignOutOutcome } from '../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import { describeChange } from '../models/describe-change.js';
import { createDialInput } from '../models/dial-input.js';
import type { DownloadNewsModel } from '../models/download-news.js';
import { chooseContact, type Focus, followContacts, noFocus } from '../models/focused-contact.js';
import type { LeaseExpiry } from '../models/lease-expiry.js';
import type { PanelRefusals } from '../models/panel-refusals.js';
import { createPanelView } from '../models/panel-view.js';
import { createTimeText } from '../models/time-text.js';
import type { UncleanEnd } from '../models/unclean-end.js';
import { windowTitle } from '../models/window-title.js';
import type { Phone } from '../phone/phone.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { Context } from './context.js';
import { DownloadNotices } from './download-notices.js';
import { type ExitList, ExitsView } from './exits-view.js';
import type { ChangeAddress, TrySimulator } from './first-run.js';
import { HotkeyNotice } from './hotkey-notice.js';
import { type HotkeyList, HotkeysView } from './hotkeys-view.js';
import { LeaseExpiredDialog, LeaseExpiredNotice } from './lease-expired.js';
import { LeavingView } from './leaving-view.js';
import { Notices } from './notices.js';
import { RefusalNotices } from './refusal-notices.js';
import { Screen } from './screen-context.js';
import { SignInView } from './sign-in-view.js';
import { SimulatorNote } from './simulator-note.js';
import { StatusStrip } from './status-strip.js';
import { UncleanEndNotice } from './unclean-end-notice.js';

export interface AppProps {
  readonly phone: Phone;
  readonly words: Words;
  readonly startInfo: StartInfo;
  readonly downloads: DownloadNewsModel;
  readonly refusals: PanelRefusals;
  readonly leaving: ReadonlySignal<Leaving | null>;
  readonly chooseLeaving: (choice: LeavingChoice) => void;
  readonly changeAddress: ChangeAddress;
  readonly trySimulator: TrySimulator;
  readonly signInAsked: ReadonlySignal<SignInAsked | null>;
  readonly answerSignIn: (questionId: number, answer: SignInAnswer) => void;
  readonly signOut: () => Promise<SignOutOutcome>;
  readonly exits: ExitList;
  readonly hotkeys: HotkeyList;
  readonly failedHotkeys: ReadonlySignal<readonly Hotkey[]>;
  /** Counts up whenever a key asks for the menu of statuses. */
  readonly statusMenuAsked: ReadonlySignal<number>;
  /** What somebody outside of the window wishes to call; null while nobody does. */
  readonly dialAsked: ReadonlySignal<{ readonly text: string } | null>;
  readonly uncleanEnd: UncleanEnd;
  readonly guard: ReadonlySignal<GuardState>;
  readonly leaseExpiry: LeaseExpiry;
  /** The panel's frame; it is kept in its place for the life of the page. */
  readonly panel: ComponentChildren;
}

/** The whole window as a function of the phone's snapshot. */
export function App(props: AppProps) {
  const { phone, words, panel } = props;
  const times = useMemo(() => createTimeText(props.startInfo.locale, words.language), []);
  const screen = useMemo(() => ({ phone, words, times }), []);
  const models = useMemo(() => createModels(props), []);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  const snapshot = phone.snapshot.value;
  const leaving = shownLeaving(props.leaving.value, snapshot);
  const asked = props.signInAsked.value;
  const account = useMemo(
    () => ({
      signOut: props.signOut,
      openAddress: models.openAddress,
      openExits: models.openExits,
      openHotkeys: models.openHotkeys,
    }),
    [],
  );
  const shown = models.panelView.shown.value && snapshot.health.trouble !== 'noAddress';
  const alone = shown && models.panelView.narrow.value;
  return (
    <Screen.Provider value={screen}>
      <div class="window">
        <StatusStrip
          snapshot={snapshot}
          actions={models.actions.value}
          panelView={models.panelView}
          account={account}
          restartsBlockedUntilMs={props.startInfo.restartsBlockedUntilMs}
          guard={props.guard}
          menuAsked={props.statusMenuAsked}
        />
        <div
          class={`panel ${shown ? '' : 'folded'} ${alone ? 'alone' : ''}`}
          role={alone ? 'main' : undefined}
          // It scrolls where the window is low, and nothing of ours in it takes the keyboard.
          tabIndex={alone ? 0 : undefined}
          inert={!shown}
        >
          {alone && <h1 class="only-read-out">{words.panel.name}</h1>}
          {panel}
        </div>
        <main class={alone ? 'context hidden' : 'context'} ref={place} tabIndex={-1}>
          <Context
            snapshot={snapshot}
            actions={models.actions.value}
            startInfo={props.startInfo}
            focusedId={models.focus.value.contactId}
            dialInput={models.dialInput}
            onShow={models.show}
            showPanel={models.panelView.showPanel}
            changeAddress={props.changeAddress}
            trySimulator={props.trySimulator}
            leaveAddress={models.addressOpen.value ? models.leaveAddress : null}
          />
          <Notices snapshot={snapshot} settingsProblems={props.startInfo.settingsProblems}>
            <SimulatorNote trainerPanel={props.startInfo.simulator?.trainerPanel ?? null} />
            <LeaseExpiredNotice expiry={props.leaseExpiry} snapshot={snapshot} actions={models.actions.value} />
            <UncleanEndNotice uncleanEnd={props.uncleanEnd} onShow={models.openExits} />
            {!models.exitsOpen.value && <DownloadNotices downloads={props.downloads} />}
            <RefusalNotices refusals={props.refusals} />
            <HotkeyNotice failed={props.failedHotkeys} onShow={models.openHotkeys} />
          </Notices>
        </main>
        {models.exitsOpen.value && (
          <ExitsView {...props.exits} onClose={models.closeExits}>
            <DownloadNotices downloads={props.downloads} />
          </ExitsView>
        )}
        {models.hotkeysOpen.value && <HotkeysView {...props.hotkeys} onClose={models.closeHotkeys} />}
        {asked !== null && (
          <SignInView
            key={asked.questionId}
            question={asked.question}
            answer={(answer) => props.answerSignIn(asked.questionId, answer)}
          />
        )}
        {leaving === null && (
          <LeaseExpiredDialog expiry={props.leaseExpiry} snapshot={snapshot} actions={models.actions.value} />
        )}
        {leaving !== null && (
          <LeavingView
            leaving={leaving}
            snapshot={snapshot}
            actions={models.actions.value}
            choose={props.chooseLeaving}
          />
        )}
        <p class="only-read-out" role="status">
          {models.announcement.value}
        </p>
      </div>
    </Screen.Provider>
  );
}

/** What is held for somebody who is not there yet must not stand before the sign-in. */
function shownLeaving(leaving: Leaving | null, { agent }: PhoneSnapshot): Leaving | null {
  const waits = leaving?.goal === 'recover' && leaving.view.kind === 'settingOffline' && agent === null;
  return waits ? null : leaving;
}

/** What the window derives from the snapshot, each once a snapshot. */
function createModels({ phone, words, dialAsked }: Pick<AppProps, 'phone' | 'words' | 'dialAsked'>) {
  const focus = signal(noFocus);
  const panelView = createPanelView();
  const announcement = signal('');
  const addressOpen = signal(false);
  const exitsOpen = signal(false);
  const hotkeysOpen = signal(false);
  const dialInput = createDialInput();
  effect(() => {
    if (dialAsked.value === null) return;
    dialInput.fill(dialAsked.value.text);
    panelView.showContact();
  });
  let before = phone.snapshot.value;
  effect(() => {
    const after = phone.snapshot.value;
    if (after.contacts.some((contact) => isNewRing(contact, before))) {
      // Nothing may stand before the button that answers.
      exitsOpen.value = false;
      hotkeysOpen.value = false;
      if (!isTyping()) panelView.showContact();
    }
    focus.value = followContacts(followPanel(focus.peek(), before, after), after.contacts);
    announcement.value = describeChange(before, after, words) ?? announcement.peek();
    document.title = windowTitle(after, words);
    before = after;
  });
  return {
    focus,
    announcement,
    actions: computed(() => availableActions(phone.snapshot.value)),
    panelView,
    dialInput,
    addressOpen,
    openAddress() {
      addressOpen.value = true;
      panelView.showContact();
    },
    leaveAddress() {
      addressOpen.value = false;
    },
    hotkeysOpen,
    openHotkeys() {
      hotkeysOpen.value = true;
    },
    closeHotkeys() {
      hotkeysOpen.value = false;
    },
    exitsOpen,
    openExits() {
      exitsOpen.value = true;
    },
    closeExits() {
      exitsOpen.value = false;
    },
    show(contactId: string) {
      focus.value = chooseContact(focus.value, contactId);
      void phone.execute({ kind: 'view', contactId });
    },
  };
}

/** The contact that the panel has turned to is what the agent looks at. */
function followPanel(focus: Focus, before: PhoneSnapshot, { viewedContactId, contacts }: PhoneSnapshot): Focus {
  const turned = viewedContactId !== null && viewedContactId !== before.viewedContactId;
  const isThere = turned && contacts.some(({ contactId }) => contactId === viewedContactId);
  return isThere ? chooseContact(focus, viewedContactId) : focus;
}

function isNewRing(contact: Contact, before: PhoneSnapshot): boolean {
  return isRinging(contact) && !before.contacts.some((other) => other.contactId === contact.contactId);
}

/** Whether the keyboard is in a field or in the panel, which must not be taken from under the agent's fingers. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, iframe') === true;
}
