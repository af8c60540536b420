import { availableActions, isAvailable } from '../../contract/actions.js';
import type { PhoneLink } from '../phone/phone-link.js';
import type { PresenceGate } from '../presence/gate.js';
import type { MenuDeed } from './surface-menus.js';

export interface DeedDeps {
  readonly link: Pick<PhoneLink, 'snapshot' | 'execute'>;
  readonly gate: Pick<PresenceGate, 'askExit'>;
  bringForward(): void;
}

/** As long as the phone itself waits for Connect. */
const commandTimeoutMs = 15_000;

/**
 * Does what was chosen in a menu. The window comes forward when it could not be done, or makes no sense any more: there
 * the agent reads why, and goes on.
 */
export async function performDeed(deed: MenuDeed, { link, gate, bringForward }: DeedDeps): Promise<void> {
  switch (deed.kind) {
    case 'open':
      bringForward();
      return;
    case 'quit':
      gate.askExit('agent', 'menu-quit');
      return;
    case 'command': {
      const isPossible = isAvailable(availableActions(link.snapshot()), deed.command);
      const failure = isPossible ? await link.execute(deed.command, commandTimeoutMs) : { reason: 'notNow' };
      if (failure !== null) bringForward();
    }
  }
}
