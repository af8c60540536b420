import type { Health, PanelTrouble } from '../../../contract/health.js';
import { panelTroubleSchema } from '../../../contract/health.js';
import { ago, call, inTrouble, ready, seconds, withContacts } from './fixtures.js';
import type { Looks } from './look.js';

const troubles = panelTroubleSchema.options.filter((trouble) => trouble !== 'noAddress');

/** Each trouble before the phone has worked, and what it looks like when it comes in the middle of the work. */
export const troubleLooks: Looks = {
  ...Object.fromEntries(troubles.map((trouble) => [`trouble-${trouble}`, { snapshot: inTrouble(trouble) }])),
  'signed-out': { snapshot: inTrouble('signedOut'), signedOut: { stillIn: null } },
  'lost-idle': { snapshot: ready({ health: lost('panelSilent') }) },
  'lost-restarting': { snapshot: ready({ health: lost('stale', 'restarting') }) },
  'lost-talking': { snapshot: withContacts([call], { health: lost('panelSilent') }) },
  'lost-after-call': { snapshot: withContacts([call], { health: lost('stale', 'afterCall') }) },
  'lost-wrap-restarting': {
    snapshot: withContacts([{ ...call, state: 'ended', sinceMs: ago(seconds(18)) }], {
      health: lost('slept', 'restarting'),
    }),
  },
  'lost-given-up': {
    snapshot: withContacts([{ ...call, state: 'ended', sinceMs: ago(seconds(18)) }], { health: lost('gaveUp') }),
  },
  'lost-network': { snapshot: withContacts([call], { health: lost('noNetwork') }) },
  'signed-out-still-available': { snapshot: ready({ health: lost('signedOut') }) },
  'signed-out-talking': { snapshot: withContacts([call], { health: lost('signedOut') }) },
};

function lost(trouble: PanelTrouble, recovery: Health['recovery'] = 'none'): Health {
  return { phase: 'trouble', trouble, webSocketUp: false, otherPanel: false, recovery };
}
