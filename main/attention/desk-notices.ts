import { availableActions, isAvailable } from '../../contract/actions.js';
import type { Command } from '../../contract/command.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { Words } from '../../contract/words/words.js';
import { whoRings } from '../toast/toast-view.js';
import type { DeskState } from './desk-state.js';
import type { NoticeAnswer, NoticeBoard, NoticeText } from './notice-board.js';

export interface DeskNoticeDeps {
  readonly board: NoticeBoard;
  readonly words: Words;
  formatNumber(phoneNumber: string): string;
  execute(command: Command): void;
  showPhone(): void;
}

type NoticeName = 'ring' | 'missed';

/** A notification and the contact that its buttons are about. */
export interface DeskNotice {
  readonly text: NoticeText;
  readonly contactId: string | null;
}

/** Tells by notifications of the system what the window cannot: a ring without its card, and what was missed. */
export function createDeskNotices(deps: DeskNoticeDeps): { draw(state: DeskState, cardShown: boolean): void } {
  const shown = new Map<NoticeName, string>();

  function answer(contactId: string | null, given: NoticeAnswer): void {
    if (given.kind === 'open' || contactId === null) deps.showPhone();
    else if (given.id === 'accept' || given.id === 'reject') deps.execute({ kind: given.id, contactId });
  }

  function draw(name: NoticeName, notice: DeskNotice | null): void {
    const key = JSON.stringify(notice);
    if (key === (shown.get(name) ?? 'null')) return;
    shown.set(name, key);
    if (notice === null) deps.board.withdraw(name);
    else deps.board.show(name, notice.text, (given) => answer(notice.contactId, given));
  }

  return {
    draw(state, cardShown) {
      draw('ring', ringNotice(state, cardShown, deps));
      draw('missed', missedNotice(state, deps));
    },
  };
}

/** A ring is told where its card cannot be seen, and where the card can do nothing as the phone's page is gone. */
export function ringNotice(
  state: DeskState,
  cardShown: boolean,
  deps: Pick<DeskNoticeDeps, 'words' | 'formatNumber'>,
): DeskNotice | null {
  const { snapshot, phoneThere, inFront, settings } = state;
  const contact = snapshot.contacts.find(isRinging);
  if (contact === undefined || !settings.notifications || (phoneThere && (cardShown || inFront))) return null;
  const { words } = deps;
  const who = [whoRings(contact, deps), contact.queueName].filter((part) => part !== null).join(' · ');
  return {
    text: {
      title: words.desk.incoming[contact.channel],
      body: shorten(phoneThere ? who : `${who}\n${words.desk.phoneGone}`),
      actions: phoneThere ? ringActions(contact, state, words) : [],
      isUrgent: true,
    },
    contactId: phoneThere ? contact.contactId : null,
  };
}

function ringActions({ contactId }: Contact, { snapshot }: DeskState, words: Words): NoticeText['actions'] {
  const actions = availableActions(snapshot);
  return (['accept', 'reject'] as const)
    .filter((kind) => isAvailable(actions, kind, contactId))
    .map((kind) => ({ id: kind, label: words.contact.actions[kind] }));
}

/** What was missed is told until the agent has looked at the phone. */
export function missedNotice(
  { missed, inFront, settings }: DeskState,
  { words }: Pick<DeskNoticeDeps, 'words'>,
): DeskNotice | null {
  if (missed === 0 || inFront || !settings.notifications) return null;
  return {
    text: { title: words.desk.missed(missed), body: words.desk.missedAdvice, actions: [], isUrgent: false },
    contactId: null,
  };
}

const maxBodyLength = 300;

function shorten(text: string): string {
  return text.length <= maxBodyLength ? text : `${text.slice(0, maxBodyLength).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
