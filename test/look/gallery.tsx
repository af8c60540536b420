import { signal } from '@preact/signals';
import axe from 'axe-core';
import { render } from 'preact';
import { defaultAppOrigin, settingsSchema } from '../../contract/settings.js';
import { chooseWords } from '../../contract/words/choose-words.js';
import { App } from '../../renderer/features/app.js';
import { createDownloadNews } from '../../renderer/models/download-news.js';
import { createPanelRefusals } from '../../renderer/models/panel-refusals.js';
import { PanelFrame } from '../../renderer/phone/panel-frame.js';
import { createFakePhone } from './fake-phone.js';
import { looks } from './looks.js';

/** Shows the look named in the address: `?look=ringing&locale=de`; without one, tells their names. */
function showLook(wanted: URLSearchParams): void {
  const look = looks[wanted.get('look') ?? 'idle'];
  if (look === undefined) throw new Error(`No look ${wanted.get('look')}`);
  const locale = wanted.get('locale') ?? 'en';
  const words = chooseWords(locale);
  document.documentElement.lang = words.language;
  const startInfo = {
    version: '0.1.0',
    settings: settingsSchema.parse({ appOrigin: defaultAppOrigin, ...defaults() }),
    settingsProblems: look.settingsProblems ?? [],
    locale,
    signedOut: null,
    simulator: look.simulator ?? null,
    uncleanEnd: null,
  };
  render(
    <App
      phone={createFakePhone(look.snapshot)}
      words={words}
      startInfo={startInfo}
      downloads={createDownloadNews(() => undefined)}
      refusals={createPanelRefusals()}
      leaving={signal(look.leaving ? { goal: 'quit', view: look.leaving } : null)}
      signInAsked={signal(null)}
      answerSignIn={() => undefined}
      signOut={async () => 'started'}
      chooseLeaving={() => undefined}
      changeAddress={async () => 'badAddress'}
      trySimulator={async () => 'failed'}
      panel={<PanelFrame label={words.panel.name} attach={attachPanel} />}
    />,
    document.body,
  );
}

/** The settings schema has no default for the object itself; every setting has one. */
function defaults(): object {
  return { dialCountry: 'DE' };
}

/** A page of another kind in the panel's place, put there as Streams puts its frame. */
function attachPanel(container: HTMLElement): void {
  const frame = document.createElement('iframe');
  frame.title = 'Amazon Connect CCP';
  frame.src = 'panel.html';
  frame.style.cssText = 'width: 100%; height: 100%';
  container.append(frame);
}

Object.assign(window, {
  lookNames: Object.keys(looks),
  /** What axe finds wrong, one line each. The panel is not ours. */
  async findViolations(): Promise<readonly string[]> {
    const { violations } = await axe.run(document, { iframes: false });
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
  },
});
showLook(new URLSearchParams(location.search));
