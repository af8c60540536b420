import { computed, signal } from '@preact/signals';
import { render } from 'preact';
import type { Bridge } from '../contract/bridge.js';
import type { EventPayload } from '../contract/events.js';
import type { Hotkey } from '../contract/hotkey.js';
import type { Leaving } from '../contract/leaving.js';
import type { SignInAsked } from '../contract/sign-in.js';
import { chooseWords } from '../contract/words/choose-words.js';
import { App } from './features/app.js';
import { createDownloadNews } from './models/download-news.js';
import { createErrandDesk } from './models/errand-desk.js';
import { createHeadsets } from './models/headsets.js';
import { createLeaseExpiry } from './models/lease-expiry.js';
import { createPanelRefusals } from './models/panel-refusals.js';
import { createUncleanEnd } from './models/unclean-end.js';
import { createAbsentPhone } from './phone/absent-phone.js';
import { connectBridge } from './phone/connect-bridge.js';
import { PanelFrame } from './phone/panel-frame.js';
import { recoverPhone } from './phone/recover.js';
import { createStreamsPhone } from './phone/streams-phone.js';
import './styles/index.css';

type DialAsked = EventPayload<'dialAsked'>;

declare global {
  interface Window {
    readonly switchhook: Bridge;
  }
}

/** Composes the page: bridge, phone, screens. */
async function startPage(bridge: Bridge): Promise<void> {
  const start = await bridge.readStart(undefined);
  if (!start.ok) throw new Error(`The desktop side refused the page: ${start.failure.kind}`);
  const { settings, locale } = start.value;
  const words = chooseWords(locale);
  document.documentElement.lang = words.language;

  const held: Leaving = { goal: 'recover', view: { kind: 'settingOffline' } };
  const leaving = signal<Leaving | null>(start.value.recovering ? held : null);
  const signInAsked = signal<SignInAsked | null>(null);
  const streams = settings.ccpUrl === '' ? null : createStreamsPhone(settings);
  const phone = streams ?? createAbsentPhone();
  bridge.onShowLeaving((shown) => {
    leaving.value = shown;
  });
  bridge.onAskSignIn((asked) => {
    signInAsked.value = asked;
  });
  const closingAsked = signal(false);
  bridge.onAskClosing(() => {
    closingAsked.value = true;
  });
  const guard = signal(start.value.guard);
  bridge.onGuardChanged((state) => {
    guard.value = state;
  });
  const settingsNow = signal<EventPayload<'settingsChanged'>>({ settings, problems: start.value.settingsProblems });
  bridge.onSettingsChanged((changed) => {
    settingsNow.value = changed;
  });
  const failedHotkeys = signal<readonly Hotkey[]>([]);
  bridge.onHotkeysFailed((failed) => {
    failedHotkeys.value = failed;
  });
  const statusMenuAsked = signal(0);
  bridge.onOpenStatusMenu(() => {
    statusMenuAsked.value += 1;
  });
  const dialAsked = signal<DialAsked | null>(null);
  bridge.onDialAsked((asked) => {
    dialAsked.value = asked;
  });
  const downloads = createDownloadNews((downloadId) => void bridge.showDownload({ downloadId }));
  bridge.onDownloaded(downloads.add);
  const refusals = createPanelRefusals();
  bridge.onPanelRefused(refusals.add);
  const leaseExpiry = createLeaseExpiry(phone.snapshot);
  bridge.onLeaseExpired(leaseExpiry.told);
  const uncleanEnd = createUncleanEnd(
    start.value.uncleanEnd,
    phone.snapshot,
    () => void bridge.dismissUncleanEnd(undefined),
  );
  const errands = createErrandDesk(bridge);
  const headsets = createHeadsets({
    bridge,
    phone,
    remembered: computed(() => settingsNow.value.settings.headsets),
    version: start.value.version,
    load: () => import('./headset/headset-service.js'),
  });
  render(
    <App
      phone={phone}
      words={words}
      startInfo={start.value}
      downloads={downloads}
      refusals={refusals}
      leaving={leaving}
      chooseLeaving={(choice) => void bridge.chooseLeaving(choice)}
      changeAddress={async (change) => {
        const answer = await bridge.changeAddress(change);
        return answer.ok ? answer.value : 'badAddress';
      }}
      trySimulator={async () => {
        const answer = await bridge.trySimulator(undefined);
        return answer.ok ? answer.value : 'failed';
      }}
      signInAsked={signInAsked}
      answerSignIn={(questionId, answer) => void bridge.answerSignIn({ questionId, answer })}
      signOut={async () => {
        const answer = await bridge.signOut(undefined);
        return answer.ok ? answer.value : 'started';
      }}
      exits={{
        async read() {
          const answer = await bridge.readExits(undefined);
          return answer.ok ? answer.value : null;
        },
        save: (format) => void bridge.exportExits({ format }),
      }}
      settings={settingsNow}
      choose={(choice) => void bridge.choose(choice)}
      hotkeys={{
        async read() {
          const answer = await bridge.readHotkeys(undefined);
          return answer.ok ? answer.value : [];
        },
        async change(action, accelerator) {
          const answer = await bridge.changeHotkey({ action, accelerator });
          return answer.ok ? answer.value : [];
        },
        pause: (paused) => void bridge.pauseHotkeys(paused),
      }}
      headsets={headsets}
      links={{
        async read() {
          const answer = await bridge.readLinks(undefined);
          return answer.ok ? answer.value : [];
        },
        async take() {
          const answer = await bridge.takeLinks(undefined);
          return answer.ok ? answer.value : [];
        },
      }}
      failedHotkeys={failedHotkeys}
      statusMenuAsked={statusMenuAsked}
      dialAsked={dialAsked}
      errands={errands}
      closing={{
        asked: closingAsked,
        answer(answer) {
          closingAsked.value = false;
          void bridge.answerClosing(answer);
        },
      }}
      uncleanEnd={uncleanEnd}
      guard={guard}
      leaseExpiry={leaseExpiry}
      panel={streams && <PanelFrame label={words.panel.name} attach={streams.attach} />}
    />,
    document.body,
  );
  // The panel is on its way by now, and nothing can have come from it yet: the first snapshot is no news to the gate.
  connectBridge(bridge, phone);
  recoverPhone(phone, bridge);
  void bridge.listen(undefined);
}

void startPage(window.switchhook);
