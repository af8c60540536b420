// The Amazon Connect SDK's channel between host and CCP, as the host side of Streams 2.28.2 speaks it.

/** Without an interval the host sends health checks in a tight loop. */
const healthCheckIntervalMs = 30_000;

interface Topic {
  readonly namespace: string;
  readonly key: string;
  readonly parameter?: string;
}

/** Publishes to a host that has subscribed. */
export interface SdkChannel {
  publish(topic: Topic, data: unknown): void;
}

const answers: Readonly<Record<string, (data: unknown) => unknown>> = {
  'contact/isPreviewMode': () => ({ isPreviewMode: false }),
  'voice/setVoiceEnhancementMode': (data) => data ?? {},
  'voice/canResumeParticipant': () => true,
};

function isSameTopic(one: Topic, other: Topic): boolean {
  return one.namespace === other.namespace && one.key === other.key && one.parameter === other.parameter;
}

/** Offers the channel to the framing window. */
export function openSdkChannel(): SdkChannel {
  const { port1: port, port2: hostPort } = new MessageChannel();
  let subscriptions: Topic[] = [];
  let healthChecks = 0;

  function respond({ namespace, command, requestId, data }: Record<string, unknown>): void {
    const answer = answers[String(command)];
    const response = answer
      ? { isError: false, data: answer(data) }
      : {
          isError: true,
          reason: `The simulated CCP does not know ${String(command)}`,
          errorKey: 'noHandler',
          details: { command, requestData: data },
        };
    port.postMessage({ type: 'response', namespace, requestId, ...response });
  }

  port.onmessage = ({ data: message }: MessageEvent<Record<string, unknown>>) => {
    switch (message.type) {
      case 'cross-domain-site-ready':
        port.postMessage({
          type: 'acknowledge',
          connectionId: 'simulated',
          healthCheckInterval: healthCheckIntervalMs,
          status: { startTime: Date.now(), initialized: true },
        });
        return;
      case 'healthCheck':
        healthChecks += 1;
        port.postMessage({ type: 'healthCheckResponse', time: Date.now(), counter: healthChecks });
        return;
      case 'request':
        respond(message);
        return;
      case 'subscribe':
        subscriptions.push(message.topic as Topic);
        return;
      case 'unsubscribe':
        subscriptions = subscriptions.filter((topic) => !isSameTopic(topic, message.topic as Topic));
    }
  };
  window.parent.postMessage({ type: 'cross-domain-adapter-init' }, '*', [hostPort]);

  return {
    publish(topic, data) {
      // The host finds its handlers by the topic object it sent, so that one goes back.
      const subscribed = subscriptions.find((known) => isSameTopic(known, topic));
      if (subscribed) port.postMessage({ type: 'publish', topic: subscribed, data });
    },
  };
}
