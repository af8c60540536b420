import { useId, useState } from 'preact/hooks';
import type { Health } from '../../contract/health.js';
import type { Words } from '../../contract/words/words.js';
import { IconButton } from '../ui/button.js';
import type { IconName } from '../ui/icon.js';
import { useScreen } from './screen-context.js';

export interface ConnectionSignProps {
  readonly health: Health;
  /** Nobody has worked here yet, so that not being connected is no alarm. */
  readonly beginning: boolean;
}

/** The connection to Connect at a glance: its shape changes when something is wrong, and a press says what. */
export function ConnectionSign({ health, beginning }: ConnectionSignProps) {
  const { words } = useScreen();
  const [explained, setExplained] = useState(false);
  const id = useId();
  const { title, advice, icon, tone } = signOf(health, beginning, words);
  return (
    <span class="connection">
      <IconButton
        label={title}
        icon={icon}
        {...(tone === null ? {} : { tone })}
        expands={id}
        expanded={explained}
        onPress={() => setExplained(!explained)}
        onLeave={() => setExplained(false)}
      />
      {explained && (
        <span id={id} class="explanation" role="status">
          <strong>{title}</strong>
          <span>{advice}</span>
        </span>
      )}
    </span>
  );
}

interface Sign {
  readonly title: string;
  readonly advice: string;
  readonly icon: IconName;
  /** Null where nothing is wrong and nothing is there yet. */
  readonly tone: 'bad' | 'waiting' | 'available' | null;
}

function signOf({ phase, trouble, otherPanel, webSocketUp }: Health, beginning: boolean, words: Words): Sign {
  const { connection } = words;
  if (phase === 'trouble') {
    // The way out stands where the work is; here is only the reason.
    const advice = trouble === null ? '' : `${words.trouble(trouble, '').title}.`;
    const isUsual = beginning && (trouble === 'noAddress' || trouble === 'signedOut');
    return { title: connection.bad, advice, icon: 'offline', tone: isUsual ? null : 'bad' };
  }
  if (phase === 'starting') return { ...connection.starting, icon: 'wait', tone: 'waiting' };
  if (otherPanel) return { ...connection.otherPanel, icon: 'warning', tone: 'waiting' };
  if (!webSocketUp) return { ...connection.webSocketDown, icon: 'weak', tone: 'waiting' };
  return { ...connection.good, icon: 'online', tone: 'available' };
}
