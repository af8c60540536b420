import { type LoopBack, loopBack } from './loop-back.js';
import { ccpStreams } from './streams.js';

const microphoneTimeoutMs = 10_000;

type SessionCallback = ((session: LoopBackSession, detail?: unknown) => void) | null;

/**
 * Stands in for connect-rtc's session, which Streams' SoftphoneManager drives: it opens the microphone while the call
 * rings and sends it through a peer connection to a far end in the same page, which echoes. Members are the ones
 * SoftphoneManager of Streams 2.28.2 reads and sets.
 */
class LoopBackSession {
  mediaStream: MediaStream | null = null;
  echoCancellation = true;
  remoteAudioElement: HTMLAudioElement | null = null;
  onSessionFailed: SessionCallback = null;
  onSessionConnected: SessionCallback = null;
  onSessionCompleted: SessionCallback = null;
  onLocalStreamAdded: SessionCallback = null;
  readonly callId: string;
  readonly sessionReport: Record<string, unknown> = { sessionStartTime: new Date() };
  _pc: RTCPeerConnection | null = null;
  #media: LoopBack | null = null;
  #isOver = false;

  constructor(_signalingUri: string, _iceServers: unknown, _token: string, _logger: unknown, contactId: string) {
    this.callId = contactId;
  }

  connect(): void {
    void this.#connect().catch((error: unknown) => {
      const timedOut = error instanceof DOMException && error.name === 'TimeoutError';
      this.sessionReport[timedOut ? 'gumTimeoutFailure' : 'gumOtherFailure'] = true;
      this.#end();
      const { RTCErrors } = ccpStreams();
      this.onSessionFailed?.(this, timedOut ? RTCErrors.GUM_TIMEOUT_FAILURE : RTCErrors.GUM_OTHER_FAILURE);
    });
  }

  async #connect(): Promise<void> {
    const startedAt = performance.now();
    const stream = this.mediaStream ?? (await openMicrophone(this.echoCancellation));
    this.sessionReport.gumTimeMillis = Math.round(performance.now() - startedAt);
    if (this.#isOver) {
      stopTracks(stream);
      return;
    }
    this.mediaStream = stream;
    this.#media = loopBack(stream);
    this._pc = this.#media.near;
    this.onLocalStreamAdded?.(this, stream);
    const remote = await this.#media.connect();
    if (this.#isOver) return;
    if (this.remoteAudioElement) this.remoteAudioElement.srcObject = remote;
    this.sessionReport.handshakingTimeMillis = Math.round(performance.now() - startedAt);
    this.onSessionConnected?.(this);
  }

  hangup(): void {
    if (this.#isOver) return;
    this.#end();
    this.onSessionCompleted?.(this);
  }

  #end(): void {
    this.#isOver = true;
    this.sessionReport.sessionEndTime = new Date();
    if (this.remoteAudioElement) this.remoteAudioElement.srcObject = null;
    if (this.mediaStream) stopTracks(this.mediaStream);
    this.#media?.close();
  }

  getUserAudioStats(): Promise<unknown> {
    return this.#media ? this.#media.readSent() : Promise.reject(new Error('There is no media'));
  }

  getRemoteAudioStats(): Promise<unknown> {
    return this.#media ? this.#media.readReceived() : Promise.reject(new Error('There is no media'));
  }
}

function stopTracks(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

async function openMicrophone(echoCancellation: boolean): Promise<MediaStream> {
  const opening = navigator.mediaDevices.getUserMedia({ audio: { echoCancellation } });
  let timer = 0;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = window.setTimeout(() => {
      reject(new DOMException('The microphone did not open', 'TimeoutError'));
      void opening.then(stopTracks, () => {});
    }, microphoneTimeoutMs);
  });
  return Promise.race([opening, timeout]).finally(() => window.clearTimeout(timer));
}

/** Where connect-rtc keeps spare peer connections; a loop needs none, but the transport is asked for as the real one does. */
class PeerConnectionFactory {
  constructor(_logger: unknown, _webSockets: unknown, _clientId: string, askTransport: () => Promise<unknown>) {
    void askTransport().catch(() => {});
  }
  get(): null {
    return null;
  }
  close(): void {}
  clearIdleRtcPeerConnectionTimerId(): void {}
}

/** Puts the stand-in where Streams looks for connect-rtc. Call it after Streams has loaded, before its softphone starts. */
export function installRtcStandIn(): void {
  const names = [
    'ICE_COLLECTION_TIMEOUT',
    'USER_BUSY',
    'SIGNALLING_HANDSHAKE_FAILURE',
    'GUM_TIMEOUT_FAILURE',
    'GUM_OTHER_FAILURE',
    'SIGNALLING_CONNECTION_FAILURE',
    'CALL_NOT_FOUND',
  ];
  Object.assign(ccpStreams(), {
    RTCSession: LoopBackSession,
    RtcPeerConnectionFactory: PeerConnectionFactory,
    RTCErrors: Object.fromEntries(names.map((name) => [name, name])),
    StandardStrategy: class {},
  });
}
