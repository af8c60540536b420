import type { GuardianOrder } from '../../contract/guardian-message.js';
import type { CookieFollower, CookieStore } from '../guardian/follow-cookies.js';
import type { GuardianLink } from '../guardian/guardian-link.js';
import type { Exposed, SafetyLayer } from './safety-net.js';

export interface GuardianLayerDeps {
  readonly link: Pick<GuardianLink, 'arm' | 'disarm'>;
  readonly follower: CookieFollower;
  orderFor(exposed: Exposed): GuardianOrder;
  /** The cookies of the panel's session. */
  cookiesOf(ccpUrl: string): CookieStore;
}

/** Has a second process watch while somebody may be other than Offline. */
export function createGuardianLayer({ link, follower, orderFor, cookiesOf }: GuardianLayerDeps): SafetyLayer {
  return {
    arm(exposed) {
      link.arm(orderFor(exposed));
      follower.start(cookiesOf(exposed.ccpUrl));
    },
    disarm() {
      follower.stop();
      link.disarm();
    },
  };
}
