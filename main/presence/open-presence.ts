import { type App, dialog, type PowerMonitor } from 'electron';
import { isLive, isVoice } from '../../contract/contact-state.js';
import type { ExitReport } from '../../contract/exit-entry.js';
import { needsRestart } from '../../contract/health-trouble.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import type { Log } from '../app/log.js';
import type { Announcer } from '../ipc/announce.js';
import type { PhoneLink } from '../phone/phone-link.js';
import { createRecovery, type Recovery } from '../recovery/recovery.js';
import { exitAfter } from './exit-after.js';
import { guardAppExits } from './exits.js';
import { createPresenceGate, type PresenceGate } from './gate.js';
import { guardSleep } from './guard-sleep.js';
import { createNativeQuestion } from './native-question.js';
import { guardShutdown } from './session-end.js';

export interface PresenceDeps {
  readonly app: App;
  readonly power: PowerMonitor;
  readonly log: Log;
  readonly link: PhoneLink;
  readonly announcer: Pick<Announcer, 'announce'>;
  readonly words: Words;
  /** Whether the sleep of the computer sets the agent Offline. */
  offlineOnSuspend(): boolean;
  signOut(): void;
  /** The page asks or tells what the agent must see. */
  answerWanted(): void;
  report(report: ExitReport): void;
  /** What an end in order waits a moment for; null for nothing. */
  lastWords(): Promise<void> | null;
}

/** Presence on the desktop side: the gate before every exit, and what keeps the phone alive that it speaks through. */
export interface OpenPresence {
  readonly gate: PresenceGate;
  readonly recovery: Recovery;
}

/** Builds both, and leads the exits of the whole app to the gate. Call when the app is ready. */
export function openPresence(deps: PresenceDeps): OpenPresence {
  const { app, power, log, link, announcer, words, offlineOnSuspend, signOut, answerWanted, report, lastWords } = deps;
  const recovery = createRecovery({
    agentKnown: () => link.snapshot().agent !== null,
    onCall: () => holdsCall(link.snapshot()),
    rest: () => gate.askRest(),
    pageStaysGone: () => question.pageGone(),
    kill: killIfThere,
    onNetworkGone: (listener) =>
      void app.on('child-process-gone', (_event, { serviceName }) => {
        if (serviceName === 'network.mojom.NetworkService') listener();
      }),
    record: log.write,
  });
  const question = createNativeQuestion({
    pageAlive: recovery.alive,
    showMessageBox: (options) => dialog.showMessageBox(options),
    choose: (choice) => gate.choose(choice),
    revive: recovery.revive,
    words,
  });
  const gate = createPresenceGate({
    onSnapshot: link.onSnapshot,
    execute: link.execute,
    show(view, goal) {
      announcer.announce('showLeaving', view && { goal, view });
      question.shown(view, goal);
      // Going Offline is done in a moment, or tells later why it is not.
      if (view !== null && view.kind !== 'settingOffline') answerWanted();
    },
    probe: async () => !needsRestart(link.snapshot().health.trouble) && (await recovery.alive()),
    revive: recovery.revive,
    exit: (code) => exitAfter(lastWords(), () => app.exit(code)),
    signOut,
    record: log.write,
    report(left) {
      report(left);
      sleep.left(left);
    },
  });
  process.on('uncaughtException', () => gate.askExit('crash', 'uncaught-exception'));
  guardAppExits(app, gate);
  guardShutdown(power, gate, log.write);
  const sleep = guardSleep({ power, gate, wanted: offlineOnSuspend });
  return { gate, recovery };
}

const holdsCall = ({ contacts }: PhoneSnapshot): boolean =>
  contacts.some((contact) => isVoice(contact) && isLive(contact));

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}
