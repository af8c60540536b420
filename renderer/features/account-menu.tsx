import { useState } from 'preact/hooks';
import type { SignOutOutcome } from '../../contract/sign-in.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { Button } from '../ui/button.js';
import { Icon } from '../ui/icon.js';
import { Menu } from '../ui/menu.js';
import { MiddleTruncated } from '../ui/middle-truncated.js';
import { Modal } from '../ui/modal.js';
import { useScreen } from './screen-context.js';

export interface AccountActions {
  readonly signOut: () => Promise<SignOutOutcome>;
  /** Shows the place where the address is changed. */
  readonly openAddress: () => void;
  readonly openExits: () => void;
  readonly openSettings: () => void;
}

export interface AccountMenuProps extends AccountActions {
  readonly agentName: string;
}

/** The agent's name, which opens what concerns the agent: signing out, another address, how the app ended. */
export function AccountMenu({ agentName, signOut, openAddress, openExits, openSettings }: AccountMenuProps) {
  const { phone, words } = useScreen();
  const { account, exits, settings } = words;
  const [refusal, setRefusal] = useState<'onContact' | 'notOffline' | null>(null);
  const choose = async (id: string): Promise<void> => {
    if (id === 'signOut') setRefusal((await signOut()) === 'onContact' ? 'onContact' : null);
    else if (id === 'exits') openExits();
    else if (id === 'settings') openSettings();
    else if (isOffline(phone.snapshot.peek())) openAddress();
    else setRefusal('notOffline');
  };
  const close = (): void => setRefusal(null);
  return (
    <>
      <Menu
        buttonClass="account-button"
        menuLabel={() => account.menu}
        items={() => [
          { id: 'signOut', label: account.signOut },
          { id: 'changeAddress', label: account.changeAddress },
          { id: 'settings', label: settings.title },
          { id: 'exits', label: exits.title },
        ]}
        onChoose={(id) => void choose(id)}
      >
        <span class="only-read-out">{account.button(agentName)}</span>
        <Icon name="account" />
        <span class="agent-name" aria-hidden="true">
          <MiddleTruncated text={agentName} />
        </span>
        <span class="chevron" aria-hidden="true" />
      </Menu>
      {refusal !== null && (
        <Modal key={refusal} {...account[refusal]} onEscape={close}>
          <Button label={account.understood} look="primary" onPress={close} />
        </Modal>
      )}
    </>
  );
}

function isOffline({ agent, contacts }: PhoneSnapshot): boolean {
  return agent?.availability.type === 'offline' && contacts.length === 0;
}
