/** Opens a wss:// transport to this machine without TLS. It must come first: the library keeps the constructor it finds. */
const plainWebSocket = `const NativeWebSocket = self.WebSocket;
self.WebSocket = class extends NativeWebSocket {
  constructor(url, protocols) {
    super(String(url).replace(/^wss:\\/\\/(127\\.0\\.0\\.1|localhost|\\[::1\\])(?=[:/])/, 'ws://$1'), protocols);
  }
};
`;

/**
 * Gives the worker what the service's own one has and the public API model lacks: the calls behind `addParticipant` and
 * `transfer`, and the member behind `isAutoAcceptEnabled`.
 */
const shimsScript = `for (const [method, operation] of [
  ['addNewConnection', 'AddNewConnection'],
  ['transferContact', 'TransferContact'],
]) {
  AWS.Connect.prototype[method] = function (params, callback) {
    // The library sends no token in the body of these two; the borrowed shape wants the member all the same.
    const request = this.createAdditionalConnection({ ...params, authentication: {} }, callback);
    return request.on('build', ({ httpRequest }) => {
      httpRequest.headers['X-Amz-Target'] = 'AmazonConnectCTIService.' + operation;
    });
  };
}
{
  const { operations } = new AWS.Connect({ endpoint: self.location.origin, region: 'us-east-1' }).api;
  const { snapshot } = operations.getAgentSnapshot.output.members;
  const contact = snapshot.members.contacts.member;
  const flag = contact.members.contactFeatures.members.attachmentsEnabled;
  const config = Object.create(contact.members.contactFeatures);
  Object.defineProperty(config, 'members', { value: { autoAccept: flag } });
  Object.defineProperty(config, 'memberNames', { value: ['autoAccept'] });
  contact.members.agentContactHandlingConfig = config;
  contact.memberNames?.push('agentContactHandlingConfig');
}
`;

/** What the CCP's worker is given besides the library. */
export interface WorkerHabits {
  /** Whether it knows the calls the public library lacks. */
  readonly shims: boolean;
  /** Time after which it gives a request up; null for the library's own 120 s. */
  readonly httpTimeoutMs: number | null;
}

/** The CCP's SharedWorker: Streams 2.28.2 does the work. */
export function workerScript({ shims, httpTimeoutMs }: WorkerHabits): string {
  const patience =
    httpTimeoutMs === null ? '' : `AWS.config.update({ httpOptions: { timeout: ${Number(httpTimeoutMs)} } });\n`;
  return `${plainWebSocket}importScripts('/streams.js');\n${shims ? shimsScript : ''}${patience}connect.worker.main();\n`;
}
