import type { GuardianOrder } from '../../contract/guardian-message.js';
import type { Log } from '../app/log.js';
import { type CookieStore, createCookieFollower } from '../guardian/follow-cookies.js';
import { openGuardian } from '../guardian/guardian-link.js';
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
  record: Log['write'];
}

/** Has a second process watch while somebody may be other than Offline. */
export function createGuardianLayer(deps: GuardianLayerDeps): SafetyLayer {
  const { executable, logFolder, cookiesOf, hostsOf, orderFor, record } = deps;
  let ccpUrl = '';
  const link = openGuardian({
    launcher: createGuardianLauncher(executable, logFolder),
    onChange: () => undefined,
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
