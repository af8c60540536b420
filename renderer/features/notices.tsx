import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import type { Notice } from '../../contract/notice.js';
import type { SettingsProblem } from '../../contract/settings.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { IconButton } from '../ui/button.js';
import { Icon, type IconName } from '../ui/icon.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface NoticesProps {
  readonly settingsProblems: readonly SettingsProblem[];
  readonly children: ComponentChildren;
}

/**
 * What went wrong or happened by itself, one sentence each, until it is read. They stand below everything else, so that
 * none moves a button away from under the pointer.
 */
export function Notices({ settingsProblems, children }: NoticesProps) {
  const { words } = useScreen();
  const lastFailure = usePart(({ pending }) => pending.lastFailure);
  const notice = usePart(noticeToTell);
  const [read, setRead] = useState<readonly unknown[]>([]);
  const unread = (item: unknown): boolean => item !== null && !read.includes(item);
  const dismiss = (item: unknown) => () => setRead([...read, item]);
  return (
    <div class="notices">
      {settingsProblems.filter(unread).map((problem) => (
        <NoticeLine
          key={`${problem.kind} ${problem.name}`}
          tone="waiting"
          icon="warning"
          text={words.settingsProblem(problem)}
          onDismiss={dismiss(problem)}
        />
      ))}
      {lastFailure !== null && unread(lastFailure) && (
        <NoticeLine
          tone="bad"
          icon="warning"
          text={words.failure(lastFailure.command.kind, lastFailure.failure)}
          onDismiss={dismiss(lastFailure)}
        />
      )}
      {notice !== null && unread(notice) && (
        <NoticeLine {...lookOfNotice(notice)} text={words.notice(notice)} onDismiss={dismiss(notice)} />
      )}
      {children}
    </div>
  );
}

/** What came to nothing is told from what went as it should. */
function lookOfNotice({ kind }: Notice): Pick<NoticeLineProps, 'tone' | 'icon'> {
  if (kind === 'missed') return { tone: 'bad', icon: 'missed' };
  return kind === 'partyDidNotAnswer' ? { tone: 'waiting', icon: 'missed' } : { tone: 'off', icon: 'check' };
}

/** A missed contact says so on its own card while it is there. */
function noticeToTell({ notice, contacts }: PhoneSnapshot): Notice | null {
  const isOnCard = notice?.kind === 'missed' && contacts.some((contact) => contact.contactId === notice.contactId);
  return isOnCard ? null : notice;
}

export interface NoticeLineProps {
  readonly tone: 'bad' | 'waiting' | 'off';
  readonly icon: IconName;
  readonly text: string;
  readonly onDismiss: () => void;
  /** What can be done about it. */
  readonly children?: ComponentChildren;
}

/** One sentence with what can be done about it. */
export function NoticeLine({ tone, icon, text, onDismiss, children }: NoticeLineProps) {
  const { words } = useScreen();
  return (
    <div class={`notice tone-${tone}`} role={tone === 'bad' ? 'alert' : 'status'}>
      <Icon name={icon} />
      <span class="notice-text">{text}</span>
      {children}
      <IconButton label={words.dismiss} icon="close" onPress={onDismiss} />
    </div>
  );
}
