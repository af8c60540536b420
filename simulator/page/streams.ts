/// <reference types="amazon-connect-streams" />

/** Parts of Streams 2.28.2 that only a CCP uses; its type definitions leave them out. */
export interface CcpStreams {
  readonly core: {
    initSharedWorker(params: Readonly<Record<string, unknown>>): void;
    initPageOptions(params: object): void;
    initApiProxyService(): void;
    initSoftphoneManager(params: object): void;
    _amazonConnectProviderData: unknown;
  };
  /** Reasons for which a softphone session may fail; ours, see the stand-in. */
  readonly RTCErrors: Readonly<Record<string, string>>;
}

/** The library loaded before this script, seen from inside a CCP. */
export function ccpStreams(): CcpStreams {
  return connect as unknown as CcpStreams;
}
