import { type ReadonlySignal, useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useMemo, useRef } from 'preact/hooks';
import type { Choice } from '../../contract/choice.js';
import type { EventPayload } from '../../contract/events.js';
import type { GuardState } from '../../contract/guard-state.js';
import type { Hotkey } from '../../contract/hotkey.js';
import type { Leaving, LeavingChoice } from '../../contract/leaving.js';
import type { StartInfo } from '../../contract/requests.js';
import type { SignInAnswer, SignInAsked, SignOutOutcome } from '../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { createTimeText } from '../../contract/words/time-text.js';
import type { Words } from '../../contract/words/words.js';
import type { DownloadNewsModel } from '../models/download-news.js';
import type { ErrandDesk } from '../models/errand-desk.js';
import type { Headsets } from '../models/headsets.js';
import type { LeaseExpiry } from '../models/lease-expiry.js';
import type { PanelRefusals } from '../models/panel-refusals.js';
import type { UncleanEnd } from '../models/unclean-end.js';
import { createWindowModels } from '../models/window-models.js';
import type { Phone } from '../phone/phone.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { ClosingQuestion, type ClosingQuestionProps } from './closing-question.js';
import { Context } from './context.js';
import { DownloadNotices } from './download-notices.js';
import { ErrandNotices, ErrandView } from './errand-view.js';
import { type ExitList, ExitsView } from './exits-view.js';
import type { ChangeAddress, TrySimulator } from './first-run.js';
import { HotkeyNotice } from './hotkey-notice.js';
import type { HotkeyList } from './hotkeys-section.js';
import { LeaseExpiredDialog, LeaseExpiredNotice } from './lease-expired.js';
import { LeavingView } from './leaving-view.js';
import type { LinkOwnerList } from './links-section.js';
import { Notices } from './notices.js';
import { RefusalNotices } from './refusal-notices.js';
import { Screen } from './screen-context.js';
import { SettingsView } from './settings-view.js';
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
  /** The settings as they are now, and what is wrong with them. */
  readonly settings: ReadonlySignal<EventPayload<'settingsChanged'>>;
  readonly choose: (choice: Choice) => void;
  readonly hotkeys: HotkeyList;
  readonly links: LinkOwnerList;
  readonly headsets: Headsets;
  readonly failedHotkeys: ReadonlySignal<readonly Hotkey[]>;
  /** Counts up whenever a key asks for the menu of statuses. */
  readonly statusMenuAsked: ReadonlySignal<number>;
  /** What somebody outside of the window wishes to call; null while nobody does. */
  readonly dialAsked: ReadonlySignal<{ readonly text: string } | null>;
  readonly errands: ErrandDesk;
  readonly closing: ClosingQuestionProps;
  readonly uncleanEnd: UncleanEnd;
  readonly guard: ReadonlySignal<GuardState>;
  readonly leaseExpiry: LeaseExpiry;
  /** The panel's frame; it is kept in its place for the life of the page. */
  readonly panel: ComponentChildren;
}

/** The whole window as a function of the phone's snapshot, of which each part of it reads what it shows. */
export function App(props: AppProps) {
  const { phone, words, panel } = props;
  const times = useMemo(() => createTimeText(props.startInfo.locale, words.language), []);
  const models = useMemo(() => createWindowModels(props), []);
  const screen = useMemo(() => ({ phone, words, times, actions: models.actions }), []);
  const place = useRef<HTMLElement>(null);
  useKeptFocus(place);
  const country = props.startInfo.settings.dialCountry;
  const leaving = useComputed(() => shownLeaving(props.leaving.value, phone.snapshot.value)).value;
  const asked = props.signInAsked.value;
  const section = models.settingsPage.section.value;
  const account = useMemo(
    () => ({
      signOut: props.signOut,
      openAddress: models.openAddress,
      openExits: models.openExits,
      openSettings: () => models.settingsPage.open('general'),
    }),
    [],
  );
  const hasAddress = useComputed(() => phone.snapshot.value.health.trouble !== 'noAddress').value;
  const shown = models.panelView.shown.value && hasAddress;
  const alone = shown && models.panelView.narrow.value;
  return (
    <Screen.Provider value={screen}>
      <div class="window">
        <StatusStrip
          panelView={models.panelView}
          account={account}
          restartsBlockedUntilMs={props.startInfo.restartsBlockedUntilMs}
          guard={props.guard}
          headsets={props.headsets}
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
            place={place}
            startInfo={props.startInfo}
            focus={models.focus}
            dialInput={models.dialInput}
            onShow={models.show}
            showPanel={models.panelView.showPanel}
            changeAddress={props.changeAddress}
            trySimulator={props.trySimulator}
            leaveAddress={models.addressOpen.value ? models.leaveAddress : null}
          />
          <Notices settingsProblems={props.settings.value.problems}>
            <SimulatorNote trainerPanel={props.startInfo.simulator?.trainerPanel ?? null} />
            <LeaseExpiredNotice expiry={props.leaseExpiry} />
            <UncleanEndNotice uncleanEnd={props.uncleanEnd} onShow={models.openExits} />
            {!models.exitsOpen.value && <DownloadNotices downloads={props.downloads} />}
            <RefusalNotices refusals={props.refusals} />
            <ErrandNotices desk={props.errands} />
            <HotkeyNotice failed={props.failedHotkeys} onShow={() => models.settingsPage.open('hotkeys')} />
          </Notices>
        </main>
        {models.exitsOpen.value && (
          <ExitsView {...props.exits} onClose={models.closeExits}>
            <DownloadNotices downloads={props.downloads} />
          </ExitsView>
        )}
        {section !== null && (
          <SettingsView
            section={section}
            settings={props.settings.value.settings}
            hotkeys={props.hotkeys}
            links={props.links}
            headsets={props.headsets}
            choose={props.choose}
            onSection={models.settingsPage.open}
            onClose={models.settingsPage.close}
          />
        )}
        {asked !== null && (
          <SignInView
            key={asked.questionId}
            question={asked.question}
            answer={(answer) => props.answerSignIn(asked.questionId, answer)}
          />
        )}
        {leaving === null && (
          <>
            <LeaseExpiredDialog expiry={props.leaseExpiry} />
            <ErrandView desk={props.errands} country={country} fill={models.dialInput.fill} />
          </>
        )}
        {leaving === null && <ClosingQuestion {...props.closing} />}
        {leaving !== null && <LeavingView leaving={leaving} choose={props.chooseLeaving} />}
        <p class="only-read-out" role="status">
          {models.announcement}
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
