import type { Health } from '../../contract/health.js';
import type { Words } from '../../contract/words/words.js';
import { Sign, type SignProps } from '../ui/sign.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

/** The connection to Connect at a glance. */
export function ConnectionSign() {
  const { words } = useScreen();
  const health = usePart((snapshot) => snapshot.health);
  // Nobody has worked here yet, so that not being connected is no alarm.
  const beginning = usePart(({ agent }) => agent === null);
  const { advice, ...sign } = signOf(health, beginning, words);
  return (
    <Sign kind="connection" {...sign}>
      <span>{advice}</span>
    </Sign>
  );
}

interface ConnectionLook extends Pick<SignProps, 'title' | 'icon' | 'tone'> {
  readonly advice: string;
}

function signOf({ phase, trouble, otherPanel, webSocketUp }: Health, beginning: boolean, words: Words): ConnectionLook {
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
