import type { ServerResponse } from 'node:http';
import type { Desk } from './desk.js';
import { parseJson, sendJson } from './http-exchange.js';
import type { LongPoll } from './long-poll.js';
import { agentOperations } from './operations/agent-operations.js';
import { contactOperations, shimmedOperations } from './operations/contact-operations.js';
import { isObject } from './operations/operation.js';
import { Refusal } from './refusal.js';
import type { Session } from './session.js';
import type { WireObject } from './snapshot.js';

const modelOperations = { ...agentOperations, ...contactOperations };
const operations = new Map(Object.entries({ ...modelOperations, ...shimmedOperations }));

/** Names of the operations in the API model of Streams 2.28.2, all 33; the shimmed ones are not among them. */
export const operationNames: readonly string[] = Object.keys(modelOperations).sort();

/** Changes an answer before it is sent. */
export type AnswerShape = (answer: WireObject) => unknown;

/** What the API works on. */
export interface ApiContext {
  readonly desk: Desk;
  readonly longPoll: LongPoll;
  readonly session: Session;
  /** Last hands on answers, by operation. */
  readonly shapes: Map<string, AnswerShape>;
}

/** One API request, read. */
export interface ApiCall {
  readonly operation: string;
  readonly text: string;
  readonly token: string | null;
  readonly host: string;
}

/** Takes the operation's name from `x-amz-target: AmazonConnectCTIService.GetAgentSnapshot`; empty when there is none. */
export function readOperation(target: string | string[] | undefined): string {
  return /^AmazonConnectCTIService\.([A-Za-z]+)$/.exec(String(target ?? ''))?.[1] ?? '';
}

function sendError(response: ServerResponse, status: number, type: string, message: string): void {
  sendJson(
    response,
    status,
    { __type: `com.amazonaws.connect.cti#${type}`, message },
    { 'content-type': 'application/x-amz-json-1.0', 'x-amzn-errortype': type },
  );
}

/** Answers one API request in AWS JSON 1.0: 200 and a result, 400 and a Refusal, 401 without a session. */
export async function answerApi(context: ApiContext, call: ApiCall, response: ServerResponse): Promise<void> {
  const { session, longPoll } = context;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  try {
    if (!session.isSignedIn() || call.token !== session.secrets.accessToken) {
      sendError(response, 401, 'UnauthorizedException', 'The token is not valid');
      return;
    }
    const operate = operations.get(call.operation);
    if (!operate) throw new Refusal('UnknownOperationException', `There is no operation ${call.operation}`);
    const body = parseJson(call.text === '' ? '{}' : call.text);
    if (!isObject(body)) throw new Refusal('SerializationException', 'The body is not a JSON object');
    const result = await operate({
      desk: context.desk,
      longPoll,
      secrets: session.secrets,
      body,
      host: call.host,
      signal: gone.signal,
    });
    if (gone.signal.aborted) return;
    // A poll may have been held while the agent signed out.
    if (!session.isSignedIn()) {
      sendError(response, 401, 'UnauthorizedException', 'The session has ended');
      return;
    }
    const shape = context.shapes.get(call.operation);
    sendJson(response, 200, shape ? shape(result) : result, { 'content-type': 'application/x-amz-json-1.0' });
    if (call.operation === 'GetAgentSnapshot') longPoll.delivered(String(result.nextToken));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    sendError(response, 400, error.type, error.message);
  }
}
