import type { SignInAnswer, SignInAsked, SignInQuestion } from '../../contract/sign-in.js';

/** Asks the agent in our own window, one question at a time. */
export interface Questions {
  /** Resolves with the answer; with 'no' when the question is withdrawn, because what it was about is over. */
  ask(question: SignInQuestion, withdrawn?: AbortSignal): Promise<SignInAnswer>;
  answer(questionId: number, answer: SignInAnswer): void;
  /** The page is a new one: what is open is shown once more. */
  showAgain(): void;
}

interface Open {
  readonly asked: SignInAsked;
  settle(answer: SignInAnswer): void;
}

const no: SignInAnswer = { kind: 'no' };

/** Makes the queue of questions over what shows one of them, or none. */
export function createQuestions(show: (asked: SignInAsked | null) => void): Questions {
  let open: readonly Open[] = [];
  let nextId = 0;

  const showFirst = (): void => show(open[0]?.asked ?? null);
  function close(questionId: number, answer: SignInAnswer): void {
    const closed = open.find(({ asked }) => asked.questionId === questionId);
    if (closed === undefined) return;
    const wasShown = closed === open[0];
    open = open.filter((other) => other !== closed);
    closed.settle(answer);
    if (wasShown) showFirst();
  }

  return {
    ask(question, withdrawn) {
      if (withdrawn?.aborted === true) return Promise.resolve(no);
      return new Promise((resolve) => {
        const asked: SignInAsked = { questionId: nextId++, question };
        withdrawn?.addEventListener('abort', () => close(asked.questionId, no), { once: true });
        open = [...open, { asked, settle: resolve }];
        if (open.length === 1) showFirst();
      });
    },
    answer: close,
    showAgain() {
      if (open.length > 0) showFirst();
    },
  };
}
