import { ccpStreams } from './streams.js';

/**
 * Gives Streams' softphone code in this page the SDK provider it asks for. Without one, taking in a contact throws here
 * and mute does nothing while still being announced (seen with Streams 2.28.2).
 */
export function installProviderStub(): void {
  const proxy = {
    request: () => Promise.resolve({}),
    subscribe() {},
    unsubscribe() {},
    log() {},
    sendMetric() {},
    sendLogMessage() {},
    sendMetricMessage() {},
    onConnectionStatusChange() {},
    offConnectionStatusChange() {},
  };
  ccpStreams().core._amazonConnectProviderData = {
    provider: { id: 'simulated-ccp', config: {}, getProxy: () => proxy },
    isStreamsProvider: false,
  };
}
