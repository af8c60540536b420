/** Audio measurements in the shape Streams' softphone statistics read. */
interface AudioStats {
  readonly timestamp: Date;
  readonly packetsCount: number;
  readonly packetsLost: number;
  readonly audioLevel: number | null;
  readonly jbMilliseconds: number;
  readonly rttMilliseconds: number | null;
}

/** Two peer connections in one page; the far one returns what it hears. */
export interface LoopBack {
  readonly near: RTCPeerConnection;
  /** Negotiates. Resolves with what comes back; it does not wait for media, as a machine may have no network at all. */
  connect(): Promise<MediaStream>;
  readSent(): Promise<AudioStats>;
  readReceived(): Promise<AudioStats>;
  /** Closes both ends and stops what is being sent. */
  close(): void;
}

function forwardCandidates(from: RTCPeerConnection, to: RTCPeerConnection): void {
  from.onicecandidate = ({ candidate }) => {
    if (candidate && to.signalingState !== 'closed') void to.addIceCandidate(candidate).catch(() => {});
  };
}

async function readReport(
  peer: RTCPeerConnection,
  rtpType: 'outbound-rtp' | 'inbound-rtp',
  levelType: 'media-source' | 'inbound-rtp',
): Promise<AudioStats> {
  const reports: Record<string, unknown>[] = [];
  for (const report of (await peer.getStats()).values()) reports.push(report);
  const rtp = reports.find(({ type }) => type === rtpType);
  const level = reports.find(({ type }) => type === levelType)?.audioLevel;
  return {
    timestamp: new Date(),
    packetsCount: Number(rtp?.[rtpType === 'outbound-rtp' ? 'packetsSent' : 'packetsReceived'] ?? 0),
    packetsLost: Number(rtp?.packetsLost ?? 0),
    audioLevel: typeof level === 'number' ? level : null,
    jbMilliseconds: 0,
    rttMilliseconds: null,
  };
}

/** Sets a loop up with the stream's audio as what is sent. */
export function loopBack(stream: MediaStream): LoopBack {
  const near = new RTCPeerConnection();
  const far = new RTCPeerConnection();
  for (const track of stream.getAudioTracks()) near.addTrack(track, stream);
  forwardCandidates(near, far);
  forwardCandidates(far, near);
  far.ontrack = ({ track, transceiver }) => {
    transceiver.direction = 'sendrecv';
    void transceiver.sender.replaceTrack(track);
  };

  return {
    near,
    async connect() {
      const received = new Promise<MediaStream>((resolve) => {
        near.ontrack = ({ track }) => resolve(new MediaStream([track]));
      });
      await near.setLocalDescription();
      if (near.localDescription) await far.setRemoteDescription(near.localDescription);
      await far.setLocalDescription();
      if (far.localDescription) await near.setRemoteDescription(far.localDescription);
      return received;
    },
    readSent: () => readReport(near, 'outbound-rtp', 'media-source'),
    readReceived: () => readReport(near, 'inbound-rtp', 'inbound-rtp'),
    close() {
      for (const { track } of near.getSenders()) track?.stop();
      near.close();
      far.close();
    },
  };
}
