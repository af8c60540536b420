import type { PanelRefusal } from '../../contract/panel-refusal.js';
import type { Words } from '../../contract/words/words.js';
import type { Announcer } from '../ipc/announce.js';
import type { SettingsKeeper } from '../settings/settings-keeper.js';
import { allowHost, hostsAllowedFor } from './allowed-hosts.js';
import { hostOf, type SignInPlaces } from './judge-address.js';
import { createQuestions, type Questions } from './questions.js';
import { createSignInWindows, type SignInWindows } from './sign-in-windows.js';

export interface OpenSignInDeps {
  readonly settings: SettingsKeeper;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly words: Words;
  /** Whether http on this machine counts as https. */
  readonly mayBeLocal: boolean;
  openInBrowser(address: string): void;
  refused(refusal: PanelRefusal): void;
  /** Brings the window forward, as a question is in it. */
  bringForward(): void;
}

/** Signing in on the desktop side: its windows, what they ask, and where they may go. */
export interface OpenSignIn {
  readonly windows: SignInWindows;
  readonly questions: Questions;
  placesOf(ccpUrl: string): SignInPlaces;
}

export function openSignIn(deps: OpenSignInDeps): OpenSignIn {
  const { settings, announcer, words, mayBeLocal, openInBrowser, refused, bringForward } = deps;
  const questions = createQuestions((asked) => {
    announcer.announce('askSignIn', asked);
    if (asked !== null) bringForward();
  });
  const windows = createSignInWindows({
    openInBrowser,
    refused,
    ask: questions.ask,
    async allowHost(ccpUrl, host) {
      await settings.change({ signInHosts: allowHost(settings.values().signInHosts, hostOf(ccpUrl), host) });
    },
    titleOf: words.signIn.windowTitle,
  });
  return {
    windows,
    questions,
    placesOf: (ccpUrl) => ({
      ccpUrl,
      loginUrl: settings.values().loginUrl,
      mayBeLocal,
      allowedHosts: () => hostsAllowedFor(settings.values().signInHosts, hostOf(ccpUrl)),
    }),
  };
}
