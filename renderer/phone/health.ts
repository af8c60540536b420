import type { Health, PanelTrouble } from '../../contract/health.js';
import { assertNever } from '../../contract/result.js';

/** What tells of the panel's health, from Streams, our own watches and the desktop side. */
export type HealthSign =
  /** The network stack's verdict of the panel's frame; null when it loaded well. */
  | { readonly kind: 'panelLoaded'; readonly trouble: PanelTrouble | null }
  /** The panel answered as one. */
  | { readonly kind: 'acknowledged' }
  /** Connect told of the agent: everything works. */
  | { readonly kind: 'agentSeen' }
  /** The panel owes an answer; Streams only raises the event. */
  | { readonly kind: 'acknowledgeOverdue' }
  /** Nothing new came from Connect for too long, although the panel repeats what it has. */
  | { readonly kind: 'snapshotOverdue' }
  | { readonly kind: 'snapshotFresh' }
  | { readonly kind: 'signedOut' }
  | { readonly kind: 'accessDenied' }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'slept' }
  | { readonly kind: 'panelsCounted'; readonly count: number }
  | { readonly kind: 'recovery'; readonly recovery: Health['recovery'] }
  | { readonly kind: 'webSocket'; readonly up: boolean };

/**
 * Folds one sign into the health. A trouble that was told precisely is not replaced by a vaguer one: a panel that was
 * refused also never answers.
 */
export function foldHealth(health: Health, sign: HealthSign): Health {
  switch (sign.kind) {
    case 'panelLoaded':
      if (sign.trouble === null) return overWith(health, UNTIL_LOADED, 'starting');
      return inTrouble(health, sign.trouble);
    case 'acknowledged':
      if (health.trouble === 'panelSilent') return overWith(health, SILENCE, 'ready');
      return overWith(health, UNTIL_ACKNOWLEDGED, 'starting');
    case 'agentSeen':
      // The panel repeats the agent it has, so that alone does not end what says that it is old.
      return AGE_TROUBLES.has(health.trouble) ? health : { ...health, phase: 'ready', trouble: null };
    case 'acknowledgeOverdue':
      if (health.trouble !== null) return health;
      return inTrouble(health, health.phase === 'ready' ? 'panelSilent' : 'notAPanel');
    case 'snapshotOverdue':
      return health.trouble === null ? inTrouble(health, 'stale') : health;
    case 'snapshotFresh':
      return overWith(health, STALENESS, 'ready');
    case 'panelsCounted':
      return { ...health, otherPanel: sign.count > 1 };
    case 'recovery':
      return { ...health, recovery: sign.recovery };
    case 'webSocket':
      return { ...health, webSocketUp: sign.up };
    case 'signedOut':
    case 'accessDenied':
    case 'gaveUp':
    case 'slept':
      return inTrouble(health, sign.kind);
    default:
      return assertNever(sign);
  }
}

type Troubles = ReadonlySet<PanelTrouble | null>;

/** What was wrong with loading the frame; that it speaks is still to be seen when it loads. */
const LOAD_TROUBLES: Troubles = new Set([
  'noNetwork',
  'unreachable',
  'intercepted',
  'clockWrong',
  'badAnswer',
  'originRefused',
  'signedOut',
  'cookiesRefused',
]);
/** What a new page of the panel disproves; that Connect refuses the agent is no matter of the page that says so. */
const UNTIL_LOADED: Troubles = new Set([...LOAD_TROUBLES, 'accessDenied']);
/** What the first answer of a panel disproves. */
const UNTIL_ACKNOWLEDGED: Troubles = new Set([...LOAD_TROUBLES, 'notAPanel']);
const AGE_TROUBLES: Troubles = new Set(['stale', 'slept', 'gaveUp', 'panelSilent']);
const STALENESS: Troubles = new Set(['stale']);
const SILENCE: Troubles = new Set(['panelSilent']);

function overWith(health: Health, troubles: Troubles, phase: Health['phase']): Health {
  return troubles.has(health.trouble) ? { ...health, phase, trouble: null, recovery: 'none' } : health;
}

function inTrouble(health: Health, trouble: PanelTrouble): Health {
  return { ...health, phase: 'trouble', trouble };
}
