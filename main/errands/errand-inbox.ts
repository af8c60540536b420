import type { App } from 'electron';
import { bringAnswer } from './bring-answer.js';
import { type Caller, claimInstance, type Profile } from './claim-instance.js';
import type { Errand, ErrandSource } from './errand.js';
import type { ErrandAnswer } from './errand-answer.js';
import { unpackHandOver } from './handed-over.js';
import { type CommandLine, readCommandLine } from './read-command-line.js';
import { readLink } from './read-link.js';
import { createErrandRunner, type ErrandDeps, type ErrandRunner } from './run-errand.js';

/** Does what came; `tell` brings the answer to whoever waits for it. */
export type DoErrand = (
  errand: Errand,
  source: ErrandSource,
  tell: (answer: ErrandAnswer) => Promise<void>,
) => Promise<void>;

/** Takes in what comes from outside, from the first moment on. */
export interface ErrandInbox {
  /** From now on `doErrand` does it, beginning with what came before. `started` is told of a start that wants nothing. */
  open(doErrand: DoErrand, started: () => void): void;
}

/**
 * Claims the profile (`claimInstance`) and takes in what comes. What is returned begins to do it, first what this start
 * itself wants.
 */
export async function claimErrands(
  app: App,
  caller: Caller,
  profile: Profile,
): Promise<(deps: ErrandDeps) => ErrandRunner> {
  const inbox = openErrandInbox(app, await claimInstance(app, caller, profile));
  return (deps) => {
    const runner = createErrandRunner(deps);
    inbox.open(runner.run, deps.bringForward);
    return runner;
  };
}

const nobody = async (): Promise<void> => undefined;

/**
 * Listens to second starts and, on macOS, to the system's own event for links, which comes before the app is ready when a
 * link starts it. `own` is the command line of this start.
 */
export function openErrandInbox(app: Pick<App, 'on'>, own: CommandLine): ErrandInbox {
  let early: Parameters<DoErrand>[] = [];
  let take: DoErrand = async (...errand) => void early.push(errand);
  let started = (): void => undefined;

  function takeLine(line: CommandLine, tell: (answer: ErrandAnswer) => Promise<void>): void {
    if (line.kind === 'errand') void take(line.errand, line.source, tell);
    else started();
  }

  if (own.kind === 'errand') takeLine(own, nobody);
  app.on('second-instance', (_event, argv, _folder, given) => {
    const handedOver = unpackHandOver(given) ?? { argv, answerAt: null };
    takeLine(readCommandLine(handedOver.argv), bringAnswer(handedOver.answerAt));
  });
  app.on('open-url', (event, link) => {
    event.preventDefault();
    void take(readLink(link), 'link', nobody);
  });
  return {
    open(doErrand, startedAgain) {
      take = doErrand;
      started = startedAgain;
      for (const errand of early) void doErrand(...errand);
      early = [];
    },
  };
}
