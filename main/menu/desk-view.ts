import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { TimeText } from '../../contract/words/time-text.js';
import type { Words } from '../../contract/words/words.js';
import { menuText } from './menu-text.js';
import { emptyPhoneMenu, type PhoneMenu, phoneMenu } from './phone-menu.js';

/** What tray, dock, task bar and menu bar say of the phone. */
export interface DeskView {
  /** One line without a stop; it changes with the phone only, never with the clock. */
  readonly about: string;
  readonly menu: PhoneMenu;
  readonly missed: number;
}

/** What besides the snapshot decides what is said. */
export interface DeskFacts {
  readonly missed: number;
  /** Whether a page of the phone is there to carry out commands. */
  readonly reached: boolean;
  readonly nowMs: number;
}

/** The view of a snapshot. A phone that is not reached offers nothing that it could not do. */
export function deskView(snapshot: PhoneSnapshot, facts: DeskFacts, words: Words, times: TimeText): DeskView {
  const { missed, reached } = facts;
  const { agent, health } = snapshot;
  if (agent === null) return { about: words.tray.nobody, menu: emptyPhoneMenu, missed };
  if (!reached) return { about: words.tray.trouble, menu: emptyPhoneMenu, missed };
  const menu = phoneMenu(snapshot, words);
  if (health.phase === 'trouble') return { about: words.tray.trouble, menu, missed };
  const { name, sinceMs } = agent.availability;
  const about = words.tray.about({
    status: menuText(name),
    since: sinceMs === null ? null : times.near(sinceMs + snapshot.skewMs, facts.nowMs),
    activity: agent.activity,
    next: agent.nextStatus === null ? null : menuText(agent.nextStatus.name),
    missed,
  });
  return { about, menu, missed };
}
