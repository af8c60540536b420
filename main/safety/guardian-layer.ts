import type { GuardState } from '../../contract/guard-state.js';
import type { GuardianOrder } from '../../contract/guardian-message.js';
import type { Log } from '../app/log.js';
import { type CookieStore, createCookieFollower } from '../guardian/follow-cookies.js';
import { type GuardianLinkState, openGuardian } from '../guardian/guardian-link.js';
import { createGuardianLauncher } from '../guardian/launch-guardian.js';
import type { Exposed, SafetyLayer } from './safety-net.js';

export interface GuardianLayerDeps {
  /** Its executable, see `findGuardian`. */
  readonly executable: string;
  readonly logFolder: string;
  /** The cookies of the panel's session. */
  cookiesOf(ccpUrl: string): CookieStore;
  /** Hosts whose cookies a hidden start needs. */
  hostsOf(ccpUrl: string): readonly string[];
  orderFor(exposed: Exposed): GuardianOrder;
  guardChanged(state: GuardState): void;
  record: Log['write'];
}

/** Has a second process watch while somebody may be other than Offline. */
export function createGuardianLayer(deps: GuardianLayerDeps): SafetyLayer {
  const { executable, logFolder, cookiesOf, hostsOf, orderFor, guardChanged, record } = deps;
  let ccpUrl = '';
  const link = openGuardian({
    launcher: createGuardianLauncher(executable, logFolder),
    onChange: (state) => guardChanged(guardOf(state)),
    record,
  });
  const follower = createCookieFollower({ hosts: () => hostsOf(ccpUrl), setJar: link.setJar, record });
  return {
    arm(exposed) {
      ccpUrl = exposed.ccpUrl;
      link.arm(orderFor(exposed));
      follower.start(cookiesOf(ccpUrl));
    },
    disarm() {
      follower.stop();
      link.disarm();
    },
    end: () => void link.bye(),
  };
}

function guardOf(state: GuardianLinkState): GuardState {
  if (state.kind !== 'off') return state.kind;
  return state.reason === 'notArmed' ? 'nobody' : state.reason;
}
