import type { MessageBoxOptions, MessageBoxReturnValue } from 'electron';
import type { LeavingChoice, LeavingView } from '../../contract/leaving.js';
import type { LeavingGoal } from '../../contract/leaving-goal.js';
import type { Words } from '../../contract/words/words.js';

export interface NativeQuestionDeps {
  /** Whether the page can show anything. */
  pageAlive(): Promise<boolean>;
  showMessageBox(options: MessageBoxOptions): Promise<MessageBoxReturnValue>;
  choose(choice: LeavingChoice): void;
  /** Brings the page back, as the agent wants it. */
  revive(): void;
  readonly words: Words;
}

/** Asks in a dialog of the system what a page that is gone cannot ask. */
export interface NativeQuestion {
  shown(view: LeavingView | null, goal: LeavingGoal): void;
  /** The page is gone and is not brought back by itself: the agent is told and may do it. */
  pageGone(): void;
}

/** Never a dialog that stops the main process: the attempts go on behind it. */
export function createNativeQuestion(deps: NativeQuestionDeps): NativeQuestion {
  let open = new AbortController();
  /** Takes back what is asked; what is asked next ends with this signal. */
  function insteadOfLast(): AbortSignal {
    open.abort();
    open = new AbortController();
    return open.signal;
  }
  return {
    shown(view, goal) {
      const signal = insteadOfLast();
      if (view?.kind !== 'notConfirmed') return;
      void deps.pageAlive().then((alive) => {
        if (!alive && !signal.aborted) void ask(deps, view, goal, signal);
      });
    },
    pageGone: () => void askToRevive(deps, insteadOfLast()),
  };
}

async function askToRevive({ words, showMessageBox, revive }: NativeQuestionDeps, signal: AbortSignal): Promise<void> {
  const { pageGone, restartPanel, stay } = words.leaving;
  const { response } = await showMessageBox({
    type: 'warning',
    message: pageGone.title,
    detail: pageGone.advice,
    buttons: [restartPanel, stay],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal,
  });
  if (!signal.aborted && response === 0) revive();
}

async function ask(
  { words, showMessageBox, choose }: NativeQuestionDeps,
  view: Extract<LeavingView, { kind: 'notConfirmed' }>,
  goal: LeavingGoal,
  signal: AbortSignal,
): Promise<void> {
  const { leaving } = words;
  const { title, advice } = leaving.notConfirmed(view.reason === null ? null : leaving.reason[view.reason]);
  const choices = ['tryAgain', 'stay', 'quitAnyway'] as const;
  const labels = { tryAgain: leaving.tryAgain, stay: leaving.stay, quitAnyway: leaving.anyway[goal] };
  const { response } = await showMessageBox({
    type: 'warning',
    message: title,
    detail: advice,
    buttons: choices.map((choice) => labels[choice]),
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    signal,
  });
  if (!signal.aborted) choose(choices[response] ?? 'stay');
}
