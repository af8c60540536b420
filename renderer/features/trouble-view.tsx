import { useState } from 'preact/hooks';
import type { Agent } from '../../contract/agent.js';
import type { PanelTrouble } from '../../contract/health.js';
import type { StartInfo } from '../../contract/requests.js';
import type { SignedOut } from '../../contract/sign-in.js';
import type { Sentence } from '../../contract/words/sentence.js';
import type { Words } from '../../contract/words/words.js';
import { Button } from '../ui/button.js';
import { CopyText } from '../ui/copy-button.js';
import { Icon } from '../ui/icon.js';
import { type ChangeAddress, FirstRun } from './first-run.js';
import { useScreen } from './screen-context.js';
import { usePart } from './use-part.js';

export interface TroubleViewProps {
  readonly trouble: PanelTrouble;
  /** The origin IT has to approve, and the address that may be wrong. */
  readonly startInfo: StartInfo;
  readonly changeAddress: ChangeAddress;
}

/** Signing in may be the way out, also of a page that is the sign-in's instead of the panel's. */
const MAY_SIGN_IN: ReadonlySet<PanelTrouble> = new Set(['signedOut', 'cookiesRefused', 'notAPanel']);
/** The address may be the reason. */
const MAY_BE_ADDRESS: ReadonlySet<PanelTrouble> = new Set(['unreachable', 'badAnswer', 'notAPanel', 'signedOut']);

/** Nothing is wrong: it is how a shift begins. */
const isUsual = (trouble: PanelTrouble): boolean => trouble === 'signedOut';

/** Why there is no phone now, and the way out. */
export function TroubleView({ trouble, startInfo, changeAddress }: TroubleViewProps) {
  const { phone, words } = useScreen();
  const agent = usePart((snapshot) => snapshot.agent);
  // What is done about it without the agent.
  const recovery = usePart(({ health }) => health.recovery);
  const [changing, setChanging] = useState(false);
  const { settings } = startInfo;
  const origin = settings.appOrigin;
  if (changing) {
    return <FirstRun settings={settings} changeAddress={changeAddress} onCancel={() => setChanging(false)} />;
  }
  const { title, advice } =
    (trouble === 'signedOut' && sayLeft(startInfo.signedOut, agent, words)) || words.trouble(trouble, origin);
  const { signIn, tryAgain, copyOrigin, changeAddress: change } = words.troubleActions;
  const maySignIn = MAY_SIGN_IN.has(trouble);
  const isFirst = !maySignIn && trouble !== 'originRefused';
  return (
    <div class="idle" role="alert">
      <span class={`idle-icon tone-${isUsual(trouble) ? 'contact' : 'bad'}`}>
        <Icon name={isUsual(trouble) ? 'account' : 'warning'} />
      </span>
      <h1>{title}</h1>
      <p>{advice}</p>
      {recovery !== 'none' && <p>{words.recovery[recovery]}</p>}
      <div class="row">
        {maySignIn && <Button label={signIn} look="primary" onPress={phone.signIn} />}
        {trouble === 'originRefused' && (
          <CopyText label={copyOrigin} copiedLabel={words.attributes.copied} text={origin} />
        )}
        {recovery !== 'restarting' && (
          <Button label={tryAgain} look={isFirst ? 'primary' : 'plain'} onPress={phone.restartPanel} />
        )}
        {MAY_BE_ADDRESS.has(trouble) && <Button label={change} look="quiet" onPress={() => setChanging(true)} />}
      </div>
    </div>
  );
}

/**
 * What there is to say of an agent who is signed out; null when nobody was here. Connect leaves a status as it was, also
 * when the session has only run out.
 */
function sayLeft(signedOut: SignedOut | null, agent: Agent | null, { account }: Words): Sentence | null {
  const stillIn =
    agent === null ? signedOut?.stillIn : agent.availability.type === 'offline' ? null : agent.availability.name;
  if (stillIn != null) return account.stillIn(stillIn);
  return signedOut === null ? null : account.signedOut;
}
