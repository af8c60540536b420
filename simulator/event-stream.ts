import type { AgentEvent, EventSnapshot } from './agent-event.js';
import type { Clock } from './clock.js';
import type { Desk } from './desk.js';
import { describeForEvents } from './event-snapshot.js';
import { instance } from './instance.js';
import type { Journal } from './journal.js';
import type { RandomSource } from './random-source.js';

/** Amazon Connect publishes a heartbeat after this much silence (agent event streams guide). */
export const heartbeatMs = 120_000;

/** Writes the agent event stream: one event per visible change, sign-in and sign-out, and heartbeats in between. */
export interface EventStream {
  signedIn(): void;
  signedOut(): void;
  /** Ends the heartbeats. */
  stop(): void;
}

/** Starts the stream at the desk's present state. Heartbeats begin with the first sign-in. */
export function startEventStream(
  desk: Desk,
  journal: Journal<AgentEvent>,
  clock: Clock,
  eventIds: RandomSource,
): EventStream {
  let latest: EventSnapshot = describeForEvents(desk.state);
  let beating = false;
  let cancelHeartbeat = (): void => {};

  function publish(type: AgentEvent['EventType'], previous: EventSnapshot | null): void {
    journal.append({
      AWSAccountId: instance.accountId,
      AgentARN: desk.state.agentArn,
      CurrentAgentSnapshot: latest,
      EventId: eventIds.uuid(),
      EventTimestamp: new Date(clock.now()).toISOString(),
      EventType: type,
      InstanceARN: instance.arn,
      PreviousAgentSnapshot: previous,
      Version: '2017-10-01',
    });
    cancelHeartbeat();
    if (beating) cancelHeartbeat = clock.after(heartbeatMs, () => publish('HEART_BEAT', latest));
  }

  desk.onChange(() => {
    const current = describeForEvents(desk.state);
    if (JSON.stringify(current) === JSON.stringify(latest)) return;
    const previous = latest;
    latest = current;
    publish('STATE_CHANGE', previous);
  });

  return {
    signedIn() {
      beating = true;
      publish('LOGIN', null);
    },
    signedOut() {
      publish('LOGOUT', null);
    },
    stop() {
      beating = false;
      cancelHeartbeat();
    },
  };
}
