import type { Words } from '../../contract/words/words.js';
import { bringAnswer } from '../errands/bring-answer.js';
import { startsApp } from '../errands/claim-instance.js';
import { callerCodes } from '../errands/errand-answer.js';
import { unpackHandOver } from '../errands/handed-over.js';
import { readCommandLine } from '../errands/read-command-line.js';
import { recoverSwitch } from './recover-switch.js';

export interface StandAsideDeps {
  /** Of this run, for a start that tells nothing. */
  readonly argv: readonly string[];
  /** What callers are told by; there once the app is ready. */
  words(): Promise<Words>;
  /** Has a phone started with these arguments when this run has ended. */
  relaunch(args: readonly string[]): void;
  /** Ends this run. */
  end(): void;
}

/** Makes way for whoever starts the phone while a rescue run has its profile; nobody else is at home. */
export interface StandAside {
  /** What a second start hands over. That one has ended, or waits for nothing but its answer. */
  heard(given: unknown): Promise<void>;
  /** Whether a phone is about to be started in the place of this run. */
  begun(): boolean;
}

export function createStandAside({ argv, words, relaunch, end }: StandAsideDeps): StandAside {
  let begun = false;
  return {
    begun: () => begun,
    async heard(given) {
      const handedOver = unpackHandOver(given) ?? { argv, answerAt: null };
      const starts = startsApp(readCommandLine(handedOver.argv));
      const tell = bringAnswer(handedOver.answerAt);
      // Before anything is awaited: this run may be in its last moment, and nobody would start the phone then.
      if (starts && !begun) {
        begun = true;
        relaunch(handedOver.argv.slice(1).filter((argument) => argument !== recoverSwitch));
      }
      const { errands } = await words();
      await (starts
        ? tell({ code: callerCodes.done, text: errands.waits })
        : tell({ code: callerCodes.nobodyRuns, text: errands.nobodyRuns }));
      if (starts) end();
    },
  };
}
