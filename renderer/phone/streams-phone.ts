import { signal } from '@preact/signals';
import 'amazon-connect-streams';
import type { Command, CommandFailure } from '../../contract/command.js';
import { emptySnapshot } from '../../contract/empty-snapshot.js';
import { isContactId } from '../../contract/id-lengths.js';
import type { Pending } from '../../contract/pending.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { headStart } from '../models/head-start.js';
import { type Bell, createBell } from './bell.js';
import { executeCommand } from './execute-command.js';
import { foldReading } from './fold-snapshot.js';
import { watchFreshness } from './freshness.js';
import { isOvertaken, restateRefusal } from './fulfilled.js';
import { foldHealth, type HealthSign } from './health.js';
import { keepSame } from './keep-same.js';
import { leaveMediaToPanel } from './leave-media.js';
import { createMicrophone } from './microphone.js';
import { isAgentMuted } from './mute-truth.js';
import { onceAtATime } from './once-at-a-time.js';
import { createOwnDeeds } from './own-deeds.js';
import { beginCommand, confirmStatus, endCommand, overdueStatus } from './pending.js';
import type { Phone } from './phone.js';
import { createQuickConnects } from './quick-connects.js';
import { keepNoServerLines } from './server-lines.js';
import { readAgent } from './streams-reading.js';
import { untilSnapshot } from './until-snapshot.js';

export interface StreamsPhoneOptions {
  readonly ccpUrl: string;
  readonly region: string;
  /** Where signing in begins; '' for the instance itself. */
  readonly loginUrl: string;
  readonly customerNameAttributes: readonly string[];
  /** Without a softphone: nothing rings and no microphone is asked for. */
  readonly silent?: boolean;
}

/** A phone whose panel needs a place in the page. */
export interface StreamsPhone extends Phone {
  /** Loads the panel into an element that is in the document; once. */
  attach(container: HTMLElement): void;
}

/** The snapshot of what overtook a command is awaited this long before the agent is told of its failure. */
const overtakenDueMs = 700;

/** A status that Connect took must be seen in a snapshot by then. */
const statusDueMs = 5_000;

/** The phone over amazon-connect-streams: folds its events into the snapshot and turns commands into its calls. */
export function createStreamsPhone(options: StreamsPhoneOptions): StreamsPhone {
  const snapshot = signal<PhoneSnapshot>(emptySnapshot);
  const deeds = createOwnDeeds();
  const quickConnects = createQuickConnects();
  const microphone = createMicrophone();
  const signOuts = createBell<CommandFailure>();
  const freshness = watchFreshness(
    () => tell({ kind: 'snapshotOverdue' }),
    () => tell({ kind: 'snapshotFresh' }),
  );
  let agent: connect.Agent | null = null;

  const change = (next: Partial<PhoneSnapshot>): void => {
    snapshot.value = keepSame(snapshot.value, { ...snapshot.value, ...next });
  };
  const tell = (sign: HealthSign): void => {
    change({ health: foldHealth(snapshot.value.health, sign) });
    // Streams never calls back what a 401 answered; this is all that is heard of it.
    if (sign.kind === 'signedOut') signOuts.ring({ reason: 'signedOut', detail: null });
  };

  function refresh(current: connect.Agent): void {
    agent = current;
    const before = snapshot.value;
    const { customerNameAttributes } = options;
    const microphoneMuted = microphone.isMuted();
    const facts = { customerNameAttributes, ...deeds.noted, microphoneMuted, nowMs: Date.now() };
    const reading = readAgent(current);
    snapshot.value = foldReading(before, reading, facts);
    deeds.forgetGone(snapshot.value.contacts);
    if (reading.snapshotMs !== null) freshness.seen(reading.snapshotMs);
    if (microphone.contactsChanged(before.contacts, snapshot.value.contacts)) current.mute();
  }

  const muteToggled = (muted: boolean): void => {
    const { contacts } = snapshot.value;
    change({ muted: isAgentMuted(microphone.toggled(muted, contacts), contacts, contacts) });
  };

  const viewed = (contactId: string | null): void => change({ viewedContactId: contactId });

  /** A snapshot that shows the status may be faster than the note of the wish, and than the answer to it. */
  function confirm(pending: Pending): Pending {
    return snapshot.value.agent === null ? pending : confirmStatus(pending, snapshot.value.agent);
  }

  async function execute(command: Command): Promise<CommandFailure | null> {
    const current = agent;
    if (current === null) {
      // Nothing but signing in helps then, and whoever waits for the phone should know.
      const isSignedOut = snapshot.value.health.trouble === 'signedOut';
      return { reason: isSignedOut ? 'signedOut' : 'noPhone', detail: null };
    }
    const forget = deeds.note(command);
    const agentAtSending = snapshot.value.agent;
    const { awaitMuted, isMuted: isMicrophoneMuted } = microphone;
    const findEndpoint = quickConnects.find;
    const deps = { agent: current, snapshot: snapshot.value, findContact, findEndpoint, awaitMuted, isMicrophoneMuted };
    const outcome = untilSignedOut(signOuts, executeCommand(command, deps));
    // What is shown of the wish must not hold it up on its way to the panel, nor hold up its answer.
    await Promise.race([headStart(), outcome]);
    const begun = beginCommand(snapshot.value.pending, command, snapshot.value.agent);
    change({ pending: snapshot.value.agent === agentAtSending ? begun : confirm(begun) });
    const failure = await unlessOvertaken(command, await outcome);
    // What fails did not clear or decline it; without an answer it may still have.
    if (failure !== null && failure.reason !== 'noAnswer') forget();
    const ended = endCommand(snapshot.value.pending, command, failure);
    change({ pending: failure === null ? confirm(ended) : ended });
    if (failure === null) {
      setTimeout(() => change({ pending: overdueStatus(snapshot.value.pending, command) }), statusDueMs);
    }
    return failure;
  }

  /** A refusal may come before the snapshot that shows that somebody else was faster, so that one is awaited. */
  async function unlessOvertaken(command: Command, failure: CommandFailure | null): Promise<CommandFailure | null> {
    if (failure === null || isOvertaken(command, failure, snapshot.value)) return null;
    if (failure.reason !== 'refused' || !('contactId' in command)) return failure;
    const seen = await untilSnapshot(snapshot, (next) => isOvertaken(command, failure, next), overtakenDueMs);
    return seen ? null : restateRefusal(command, failure, snapshot.value);
  }

  return {
    snapshot,
    quickConnects: quickConnects.directory,
    loadQuickConnects() {
      if (agent !== null) quickConnects.load(agent);
    },
    attach(container) {
      connect.core.initCCP(container, initOptions(options));
      leaveMediaToPanel(connect.core);
      keepNoServerLines(connect.getLog());
      subscribe({ refresh, muteToggled, viewed, tell });
      connect.core.onInitialized(freshness.started);
    },
    execute: onceAtATime(execute),
    panelLoaded: (trouble) => tell({ kind: 'panelLoaded', trouble }),
    woke: () => tell({ kind: 'slept' }),
    recovering: (recovery) => tell({ kind: 'recovery', recovery }),
    signIn: () => void window.open(options.loginUrl || options.ccpUrl, 'switchhook-sign-in'),
    restartPanel: () => window.location.reload(),
  };
}

/** What a command ends with: its own outcome, or the end of the sign-in when that comes first. */
async function untilSignedOut(
  signOuts: Bell<CommandFailure>,
  outcome: Promise<CommandFailure | null>,
): Promise<CommandFailure | null> {
  let forget = (): void => undefined;
  const signedOut = new Promise<CommandFailure>((resolve) => {
    forget = signOuts.onRing(resolve);
  });
  return Promise.race([outcome, signedOut]).finally(forget);
}

function findContact(contactId: string): connect.Contact | null {
  return new connect.Agent().getContacts().find((contact) => contact.getContactId() === contactId) ?? null;
}

interface Listeners {
  refresh(agent: connect.Agent): void;
  muteToggled(muted: boolean): void;
  viewed(contactId: string | null): void;
  tell(sign: HealthSign): void;
}

/**
 * Listens right after `initCCP`, which makes the event bus; nothing can be raised in between. A refresh carries the whole
 * state, so it is all that is folded.
 */
function subscribe({ refresh, muteToggled, viewed, tell }: Listeners): void {
  const bus = connect.core.getEventBus();
  bus.subscribe(connect.EventType.INIT, () => tell({ kind: 'acknowledged' }));
  bus.subscribe(connect.EventType.ACK_TIMEOUT, () => tell({ kind: 'acknowledgeOverdue' }));
  // The event bus tells of the first answer only; later ones end a silence.
  upstream().onUpstream(connect.EventType.ACKNOWLEDGE, () => tell({ kind: 'acknowledged' }));
  for (const exhausted of RETRIES_EXHAUSTED) bus.subscribe(exhausted, () => tell({ kind: 'gaveUp' }));
  // A record that has a length, and not a list (Streams 2.28.2 worker.js).
  upstream().onUpstream(connect.EventType.UPDATE_CONNECTED_CCPS, (panels) => {
    const count = (panels as { readonly length?: unknown } | null)?.length;
    if (typeof count === 'number') tell({ kind: 'panelsCounted', count });
  });
  bus.subscribe(connect.EventType.AUTH_FAIL, () => tell({ kind: 'signedOut' }));
  bus.subscribe(connect.EventType.ACCESS_DENIED, () => tell({ kind: 'accessDenied' }));
  bus.subscribe(connect.AgentEvents.REFRESH, refresh);
  // Streams hands null on where an event carries nothing; what is not said to be mute is heard.
  bus.subscribe(connect.AgentEvents.MUTE_TOGGLE, (toggle: { readonly muted?: boolean } | null) =>
    muteToggled(toggle?.muted === true),
  );
  // Streams tells '' when the panel shows no contact.
  connect.core.onViewContact((view: { readonly contactId?: unknown } | null) => {
    viewed(isContactId(view?.contactId) ? view.contactId : null);
  });
  bus.subscribe(connect.AgentEvents.WEBSOCKET_CONNECTION_LOST, () => tell({ kind: 'webSocket', up: false }));
  bus.subscribe(connect.AgentEvents.WEBSOCKET_CONNECTION_GAINED, () => tell({ kind: 'webSocket', up: true }));
}

/** Streams 2.28.2 `EventType`: its ways to say that it will not try again. */
const RETRIES_EXHAUSTED = ['iframe_retries_exhausted', 'cti_authorize_retries_exhausted'] as const;

/** The wire to the panel's frame; Streams has it, its types do not. */
function upstream(): { onUpstream(event: string, listener: (data: unknown) => void): void } {
  return (connect.core as unknown as { getUpstream(): ReturnType<typeof upstream> }).getUpstream();
}

/**
 * Every recovery is ours: Streams may raise `ack_timeout`, but must neither open a sign-in window nor replace the frame
 * of a live call, which it does without `disableAuthPopupAfterLogout` or with `loginPopup`.
 */
function initOptions({ ccpUrl, region, silent = false }: StreamsPhoneOptions): connect.InitCCPOptions {
  const options = {
    ccpUrl,
    ...(region === '' ? {} : { region }),
    loginPopup: false,
    loginOptions: { autoClose: true, enableAckTimeout: true, disableAuthPopupAfterLogout: true },
    softphone: { allowFramedSoftphone: !silent },
    pageOptions: { enableAudioDeviceSettings: true },
  };
  return options as connect.InitCCPOptions;
}
