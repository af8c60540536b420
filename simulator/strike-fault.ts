import type { ServerResponse } from 'node:http';
import type { Clock } from './clock.js';
import type { Fault } from './fault.js';
import { sendJson } from './http-exchange.js';

/** Wait of a `delay`, and life of a `dead` page, that says nothing else. */
export const defaultDelayMs = 1_000;

/** Carries a fault out. Resolves with true when the request should then be handled as usual. */
export async function strikeFault(fault: Fault, response: ServerResponse, clock: Clock): Promise<boolean> {
  switch (fault.kind) {
    case 'delay':
      await new Promise<void>((resolve) => clock.after(fault.ms ?? defaultDelayMs, resolve));
      return !response.destroyed;
    case 'drop':
      response.destroy();
      return false;
    case 'badjson':
      response.writeHead(200, { 'content-type': 'application/x-amz-json-1.0' }).end('{"broken":');
      return false;
    case 'status':
      sendJson(response, fault.status ?? 500, {
        __type: `com.amazonaws.connect.cti#${fault.type ?? 'InternalServiceException'}`,
        message: fault.message ?? 'Simulated fault',
      });
      return false;
    case 'dead':
      return true;
    case 'hang':
      return false;
  }
}
