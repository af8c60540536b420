import { isPanelAddress } from '../app/environment.js';

/** The addresses a sign-in has to do with. */
export interface SignInPlaces {
  readonly ccpUrl: string;
  /** Where the company's single sign-on begins; '' where it begins at the instance. */
  readonly loginUrl: string;
  /** Whether http on this machine counts as https: for the simulator, never in an installed build. */
  readonly mayBeLocal: boolean;
  /** Hosts the agent has allowed for this instance, as `URL.host` spells them. */
  allowedHosts(): readonly string[];
}

/** What becomes of a page's wish for a new window. */
export type PopUpVerdict = 'signInWindow' | 'defaultBrowser' | 'refused';

/** The phone window is 0, its sign-in window 1, a window of that 2; nothing opens windows beyond. */
const deepestWindow = 2;

/**
 * The first row that fits decides; `depth` is that of the window that would open.
 * - the instance, or where its sign-on begins: a sign-in window, because signing in cannot be framed
 * - a host the agent has allowed, wished for by a sign-in window: another sign-in window
 * - another https address: the default browser, because it is a link the agent followed
 * - the rest: refused, because other schemes start programs
 */
export function judgePopUp(address: string, places: SignInPlaces, depth: number): PopUpVerdict {
  const step = judgeStep(address, places);
  const { host, protocol } = step === 'refused' ? { host: '', protocol: '' } : new URL(address);
  const isListed = ownHosts(places).includes(host) || (depth > 1 && step === 'goOn');
  if (step !== 'refused' && isListed) return depth > deepestWindow ? 'refused' : 'signInWindow';
  return protocol === 'https:' ? 'defaultBrowser' : 'refused';
}

/** What becomes of a page that the sign-in window is about to show. */
export type StepVerdict = 'goOn' | 'ask' | 'refused';

/**
 * The first row that fits decides.
 * - not https, or with credentials in it: refused, as anybody on the way could read or have written it
 * - the instance, where its sign-on begins, or a host the agent has allowed: shown
 * - another https host: the agent is asked
 */
export function judgeStep(address: string, places: SignInPlaces): StepVerdict {
  if (!isPanelAddress(address, places.mayBeLocal)) return 'refused';
  const { host } = new URL(address);
  return ownHosts(places).includes(host) || places.allowedHosts().includes(host) ? 'goOn' : 'ask';
}

/** Whether an address is the panel's own page; its query and a missing last slash do not matter. */
export function isPanelPage(address: string, ccpUrl: string): boolean {
  if (!URL.canParse(address) || !URL.canParse(ccpUrl)) return false;
  const [page, panel] = [new URL(address), new URL(ccpUrl)];
  const path = (url: URL): string => url.pathname.replace(/\/+$/, '');
  return page.origin === panel.origin && path(page) === path(panel);
}

/** Host and port of an address, or its scheme where it has no host. */
export function hostOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { host, protocol } = new URL(address);
  return host === '' ? protocol : host;
}

/** Every host that a sign-in may have cookies of. */
export function signInHosts(places: SignInPlaces): readonly string[] {
  return [...ownHosts(places), ...places.allowedHosts()];
}

function ownHosts({ ccpUrl, loginUrl }: SignInPlaces): readonly string[] {
  return [ccpUrl, loginUrl].filter((address) => address !== '').map(hostOf);
}
