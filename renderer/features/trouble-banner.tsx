import { useState } from 'preact/hooks';
import { isLive } from '../../contract/contact-state.js';
import type { PanelTrouble } from '../../contract/health.js';
import { Button } from '../ui/button.js';
import { Duration } from '../ui/duration.js';
import { Icon } from '../ui/icon.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

/** Troubles that may end by themselves, so that waiting is worth something. */
const MAY_PASS: ReadonlySet<PanelTrouble> = new Set(['noNetwork', 'unreachable', 'badAnswer', 'panelSilent']);

export interface TroubleBannerProps {
  readonly trouble: PanelTrouble;
  /** The origin IT has to approve. */
  readonly origin: string;
}

/** The phone worked and does no more while a contact is on the screen: what is shown of it may be old. */
export function TroubleBanner({ trouble, origin }: TroubleBannerProps) {
  const { phone, words } = useScreen();
  const [sinceMs] = useState(Date.now);
  const { title, advice } = words.trouble(trouble, origin);
  const recovery = usePart(({ health }) => health.recovery);
  const isLiving = usePart(({ contacts }) => contacts.some(isLive));
  // Loading the panel anew would end the audio of a call that may still be heard.
  const mayRestart = trouble !== 'signedOut' && recovery !== 'restarting' && !isLiving;
  return (
    <div class="notice tone-bad" role="alert">
      <Icon name="warning" />
      <div class="notice-text">
        <strong>{title}.</strong> {advice}
        {recovery !== 'none' && <span class="recovery"> {words.recovery[recovery]}</span>}
        {MAY_PASS.has(trouble) && recovery === 'none' && (
          <span class="reconnecting" aria-hidden="true">
            {words.reconnecting} <Duration sinceMs={sinceMs} skewMs={0} />
          </span>
        )}
      </div>
      {trouble === 'signedOut' && <Button label={words.troubleActions.signIn} onPress={phone.signIn} />}
      {mayRestart && <Button label={words.troubleActions.tryAgain} onPress={phone.restartPanel} />}
    </div>
  );
}
