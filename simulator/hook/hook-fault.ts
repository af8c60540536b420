import type { IncomingMessage, ServerResponse } from 'node:http';

/** The ways a hook is asked. */
export type HookPath = 'lease' | 'offline' | 'release';

/** A disturbance of the hook, until it has struck `count` times or is cleared. The request never does what it asks for. */
export interface HookFault {
  /** Every way unless given. */
  readonly path?: HookPath;
  /**
   * `redirect` leads to `location`, `hang` never answers, `garbage` answers 200 with what is no JSON, `endless` with more and
   * more of it, `status` answers with an HTTP status, `close` closes the connection.
   */
  readonly kind: 'redirect' | 'hang' | 'garbage' | 'endless' | 'status' | 'close';
  /** For `redirect`. */
  readonly location?: string;
  /** For `status`; 500 unless given. */
  readonly status?: number;
  /** How often it strikes; for ever unless given. */
  readonly count?: number;
}

const pieceBytes = 65_536;
/** It keeps method and body. */
const redirectStatus = 307;

/** Answers, or does not, as the fault says; returns the HTTP status, null without one. */
export function strikeHook(fault: HookFault, request: IncomingMessage, response: ServerResponse): number | null {
  switch (fault.kind) {
    case 'redirect':
      response.writeHead(redirectStatus, { location: fault.location ?? '/' }).end();
      return redirectStatus;
    case 'hang':
      return null;
    case 'garbage':
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"expired":');
      return 200;
    case 'endless': {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = (): void => {
        if (!response.destroyed) response.write(' '.repeat(pieceBytes), () => setImmediate(more));
      };
      more();
      return 200;
    }
    case 'status':
      response.writeHead(fault.status ?? 500).end();
      return fault.status ?? 500;
    case 'close':
      request.socket.destroy();
      return null;
  }
}
