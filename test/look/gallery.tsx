import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import type { GuardState } from '../../contract/guard-state.js';
import { defaultAppOrigin, settingsSchema } from '../../contract/settings.js';
import { chooseWords } from '../../contract/words/choose-words.js';
import { english } from '../../contract/words/english.js';
import type { Words } from '../../contract/words/words.js';
import { toastView } from '../../main/toast/toast-view.js';
import { App } from '../../renderer/features/app.js';
import { ToastCard } from '../../renderer/features/toast-card.js';
import { createDownloadNews } from '../../renderer/models/download-news.js';
import { createErrandRefusals, type ErrandAsked, type ErrandDesk } from '../../renderer/models/errand-desk.js';
import { createLeaseExpiry } from '../../renderer/models/lease-expiry.js';
import { createPanelRefusals } from '../../renderer/models/panel-refusals.js';
import { formatNumber, loadTelephoneNumbers } from '../../renderer/models/telephone-numbers.js';
import { createUncleanEnd } from '../../renderer/models/unclean-end.js';
import { PanelFrame } from '../../renderer/phone/panel-frame.js';
import { createFakePhone } from './fake-phone.js';
import { findCutOff } from './find-cut-off.js';
import type { Look, Step } from './looks/look.js';
import { looks } from './looks/looks.js';
import { stretchedLocale } from './sheets.mjs';
import { stretchWords } from './stretch-words.js';

const stretchedEnglish = stretchWords(english);

/** Puts a look in the place of the one before; resolves with what the agent does in it when it has been drawn. */
async function showLook(name: string, locale: string): Promise<readonly Step[]> {
  const look = looks[name];
  if (look === undefined) throw new Error(`No look ${name}`);
  // Numbers are shown as they come until what formats them is there.
  await loadTelephoneNumbers();
  const words = locale === stretchedLocale ? stretchedEnglish : chooseWords(locale);
  document.documentElement.lang = words.language;
  render(null, document.body);
  if (look.toast !== undefined) {
    showToast(look, words);
    return look.steps ?? [];
  }
  const startInfo = {
    version: '0.1.0',
    settings: settingsSchema.parse({ appOrigin: defaultAppOrigin, dialCountry: 'DE', ...look.settings }),
    settingsProblems: look.settingsProblems ?? [],
    locale,
    signedOut: look.signedOut ?? null,
    simulator: look.simulator ?? null,
    uncleanEnd: look.uncleanEnd ?? null,
    recovering: false,
    guard: look.guard ?? 'on',
    restartsBlockedUntilMs: look.restartsBlockedUntilMs ?? null,
  };
  const downloads = createDownloadNews(() => undefined);
  for (const news of look.downloads ?? []) downloads.add(news);
  const question = look.question ?? null;
  render(null, document.body);
  const phone = createFakePhone(look.snapshot, look.directory);
  const leaseExpiry = createLeaseExpiry(phone.snapshot);
  if (look.leaseExpired !== undefined) leaseExpiry.told(look.leaseExpired);
  render(
    <App
      phone={phone}
      words={words}
      startInfo={startInfo}
      downloads={downloads}
      refusals={createPanelRefusals()}
      leaving={signal(look.leaving ?? null)}
      signInAsked={signal(question && { questionId: 1, question })}
      answerSignIn={() => undefined}
      signOut={async () => 'onContact'}
      chooseLeaving={() => undefined}
      changeAddress={async () => 'badAddress'}
      trySimulator={async () => 'failed'}
      exits={{ read: async () => look.exits ?? (look.exits === null ? null : []), save: () => undefined }}
      settings={signal({ settings: startInfo.settings, problems: startInfo.settingsProblems })}
      choose={() => undefined}
      hotkeys={{ read: async () => look.hotkeys ?? [], change: async () => [], pause: () => undefined }}
      headsets={{
        faces: signal(look.headsets ?? []),
        press: signal(null),
        offered: signal(look.offered ?? null),
        choose: () => undefined,
        connect: async () => 'nothing',
        forget: () => undefined,
        report: () => '',
      }}
      links={{ read: async () => look.links ?? [], take: async () => look.links ?? [] }}
      failedHotkeys={signal((look.hotkeys ?? []).filter(({ state }) => state === 'taken'))}
      statusMenuAsked={signal(0)}
      dialAsked={signal(null)}
      errands={deskOf(look)}
      closing={{ asked: signal(look.closingAsked ?? false), answer: () => undefined }}
      uncleanEnd={createUncleanEnd(startInfo.uncleanEnd, phone.snapshot, () => undefined)}
      guard={signal<GuardState>(startInfo.guard)}
      leaseExpiry={leaseExpiry}
      panel={<PanelFrame label={words.panel.name} attach={attachPanel} />}
    />,
    document.body,
  );
  return look.steps ?? [];
}

function deskOf({ errand, errandRefusals = [] }: Look): ErrandDesk {
  const refusals = createErrandRefusals();
  for (const refusal of errandRefusals) refusals.add(refusal);
  const asked = signal<ErrandAsked | null>(errand === undefined ? null : { errandId: 1, errand, confirm: true });
  return { asked, refusals, settle: () => undefined };
}

/** The small window, of what the desktop side would tell it. */
function showToast({ snapshot, toast }: Look, words: Words): void {
  const view = toastView({
    snapshot,
    wants: { ring: true, call: true },
    attributes: toast?.attributes ?? [],
    phoneThere: toast?.phoneThere ?? true,
    trouble: toast?.trouble ?? null,
    words,
    formatNumber,
  });
  if (view === null) throw new Error('There is nothing to show');
  const nothing = (): void => undefined;
  render(<ToastCard view={view} act={nothing} drag={nothing} showPhone={nothing} />, document.body);
}

/** A page of another kind in the panel's place, put there as Streams puts its frame. */
function attachPanel(container: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.title = 'Amazon Connect CCP';
  frame.src = 'panel.html';
  frame.style.cssText = 'width: 100%; height: 100%';
  container.append(frame);
}

/** Resolves when what was asked for has been laid out, measured and painted. */
function drawn(): Promise<void> {
  const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  return frame()
    .then(frame)
    .then(() => undefined);
}

/** What is wrong in the window: what axe finds, and what is cut off at the side. The panel is not ours. */
async function findFaults(): Promise<readonly string[]> {
  const { violations } = await axe.run(document, { iframes: false, resultTypes: ['violations'] });
  return [
    ...findCutOff(),
    ...violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    ),
  ];
}

const gallery = { looks, showLook, drawn, findFaults };
export type Gallery = typeof gallery;
Object.assign(window, { gallery });
