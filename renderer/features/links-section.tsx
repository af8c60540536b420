import { useEffect, useState } from 'preact/hooks';
import type { LinkState } from '../../contract/link-state.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { useScreen } from './screen-context.js';

/** Who opens links on this computer, as the desktop side finds it. */
export interface LinkOwnerList {
  readonly read: () => Promise<readonly LinkState[]>;
  /** Makes this app the one, as far as the system lets a program do so. */
  readonly take: () => Promise<readonly LinkState[]>;
}

/** Who opens the links of each scheme, and the wish that this app does. */
export function LinksSection({ read, take }: LinkOwnerList) {
  const { errands } = useScreen().words;
  const [states, setStates] = useState<readonly LinkState[]>([]);
  const [tried, setTried] = useState(false);
  useEffect(() => void read().then(setStates), []);
  const mayTake = states.some(({ owner }) => owner.kind === 'another' || owner.kind === 'nobody');
  const notInstalled = states.length > 0 && states.every(({ owner }) => owner.kind === 'notRegistered');
  const takeAll = async (): Promise<void> => {
    setStates(await take());
    setTried(true);
  };
  return (
    <section class="link-owners" aria-label={errands.owners}>
      <h3>{errands.owners}</h3>
      <ul>
        {states.map(({ scheme, owner }) => (
          <li key={scheme}>
            <code>{scheme}:</code>
            <span class={owner.kind === 'ours' ? 'link-owner ours' : 'link-owner'}>
              {owner.kind === 'ours' && <Icon name="check" />}
              <bdi>{errands.owner(owner)}</bdi>
            </span>
          </li>
        ))}
      </ul>
      {notInstalled && <p class="hint">{errands.notInstalled}</p>}
      {mayTake && <Button label={errands.take} onPress={() => void takeAll()} />}
      <p class="hint" role="status">
        {tried && mayTake && errands.takeInSystem}
      </p>
    </section>
  );
}
