import type { IncomingMessage } from 'node:http';
import type { GuardianCause } from '../contract/guardian-deed.js';
import type { GuardianHook } from '../contract/guardian-message.js';

/** What the hook is told. */
export interface HookBody {
  readonly agentId: string;
  readonly epoch: number;
  readonly cause: GuardianCause;
}

const okStatus = 200;
const maxAnswerBytes = 65_536;
const loopback: readonly string[] = ['127.0.0.1', '[::1]', 'localhost'];

/**
 * Asks the customer's hook once to set the agent Offline. True when it says that it did, or that Connect will when the
 * contact is over. False for all else, also a redirect: the token is for this one address. Never rejects.
 */
export async function callHook(hook: GuardianHook, body: HookBody, timeoutMs: number): Promise<boolean> {
  const address = addressOf(hook.url);
  if (address === null || timeoutMs <= 0) return false;
  try {
    // Loaded only now: TLS and its certificates cost memory all day long.
    const { request } = address.protocol === 'https:' ? await import('node:https') : await import('node:http');
    return await new Promise<boolean>((resolve) => {
      const settle = (offline: boolean): void => {
        clearTimeout(timer);
        resolve(offline);
        asked.destroy();
      };
      const asked = request(
        address,
        {
          method: 'POST',
          agent: false,
          headers: { authorization: `Bearer ${hook.token}`, 'content-type': 'application/json' },
        },
        (answer) => readAnswer(answer, settle),
      );
      const timer = setTimeout(settle, timeoutMs, false);
      asked.on('error', () => settle(false));
      asked.end(JSON.stringify(body));
    });
  } catch {
    return false;
  }
}

/** The address below the hook's, or null where what goes there could be read on the way. */
function addressOf(base: string): URL | null {
  const text = `${base.replace(/\/+$/, '')}/offline`;
  if (!URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  if (url.protocol === 'https:') return url;
  return url.protocol === 'http:' && loopback.includes(url.hostname) ? url : null;
}

function readAnswer(answer: IncomingMessage, settle: (offline: boolean) => void): void {
  if (answer.statusCode !== okStatus) {
    settle(false);
    return;
  }
  const pieces: Buffer[] = [];
  let bytes = 0;
  answer.on('data', (piece: Buffer) => {
    bytes += piece.length;
    if (bytes > maxAnswerBytes) settle(false);
    else pieces.push(piece);
  });
  answer.on('error', () => settle(false));
  answer.on('close', () => settle(false));
  answer.on('end', () => settle(saysOffline(Buffer.concat(pieces).toString('utf8'))));
}

function saysOffline(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return false;
    return ('offline' in value && value.offline === true) || ('queued' in value && value.queued === true);
  } catch {
    return false;
  }
}
