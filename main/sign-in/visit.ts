import type { SignInAnswer, SignInQuestion } from '../../contract/sign-in.js';
import { hostOf, judgeStep, type SignInPlaces } from './judge-address.js';

/** What a visit needs of the window it takes place in. */
export interface VisitDeps {
  readonly places: SignInPlaces;
  ask(question: SignInQuestion, withdrawn: AbortSignal): Promise<SignInAnswer>;
  /** The agent has allowed a host. */
  allow(host: string): Promise<void>;
  /** Brings the window back to the front, after a question in ours. */
  focus(): void;
  close(): void;
  /** Closes a window that has shown nothing yet. */
  closeIfBlank(): void;
  startAgain(): void;
}

/** The way of one sign-in window through the pages of instance and company. */
export interface Visit {
  /** Whether the window may ask for a page; resolves when that is decided, which may take a question. */
  admit(address: string): Promise<boolean>;
  /** A page is there. */
  arrived(): void;
  /** A page could not be loaded; Chromium's net error. */
  failed(errorCode: number, address: string): void;
  /** Says that an address was refused; the page before it stays. */
  refuse(address: string): void;
  /** The agent has typed or clicked: what follows is not led by pages alone. */
  touched(): void;
  closed(): void;
}

export const answerLimitMs = 60_000;
export const maxSteps = 20;

/** ERR_ABORTED and ERR_BLOCKED_BY_CLIENT: given up for the next one, or refused by us and told already. */
const TOLD_ALREADY: ReadonlySet<number> = new Set([-3, -20]);
const tooManyRedirectsError = -310;

/** Follows one sign-in window. Every page it loads goes through `admit`, redirects too. */
export function createVisit(deps: VisitDeps): Visit {
  const over = new AbortController();
  let waiting = new AbortController();
  let limit: NodeJS.Timeout | undefined;
  let steps = 0;

  const stopWaiting = (): void => {
    clearTimeout(limit);
    waiting.abort();
  };

  /** Says why it does not go on; again from the beginning, or not at all. */
  async function deadEnd(kind: 'tooManyRedirects' | 'noAnswer', address: string): Promise<void> {
    stopWaiting();
    waiting = new AbortController();
    const { signal } = waiting;
    const answer = await deps.ask({ kind, host: hostOf(address) }, AbortSignal.any([signal, over.signal]));
    if (signal.aborted || over.signal.aborted) return;
    steps = 0;
    if (answer.kind === 'yes') deps.startAgain();
    else deps.close();
  }

  async function mayShow(address: string): Promise<boolean> {
    const host = hostOf(address);
    const answer = await deps.ask({ kind: 'allowHost', host }, over.signal);
    if (over.signal.aborted) return false;
    if (answer.kind !== 'yes') {
      deps.close();
      return false;
    }
    await deps.allow(host);
    deps.focus();
    return true;
  }

  function refuse(address: string): void {
    stopWaiting();
    void deps.ask({ kind: 'refused', host: hostOf(address) }, over.signal).then(() => {
      if (!over.signal.aborted) deps.closeIfBlank();
    });
  }

  return {
    async admit(address) {
      stopWaiting();
      if (over.signal.aborted) return false;
      steps += 1;
      // The first page is no redirect.
      if (steps > maxSteps + 1) {
        void deadEnd('tooManyRedirects', address);
        return false;
      }
      const verdict = judgeStep(address, deps.places);
      if (verdict === 'refused') refuse(address);
      if (verdict === 'refused' || (verdict === 'ask' && !(await mayShow(address)))) return false;
      limit = setTimeout(() => void deadEnd('noAnswer', address), answerLimitMs);
      return true;
    },
    arrived: stopWaiting,
    failed(errorCode, address) {
      if (TOLD_ALREADY.has(errorCode)) return;
      void deadEnd(errorCode === tooManyRedirectsError ? 'tooManyRedirects' : 'noAnswer', address);
    },
    refuse,
    touched() {
      steps = 0;
    },
    closed() {
      stopWaiting();
      over.abort();
    },
  };
}
