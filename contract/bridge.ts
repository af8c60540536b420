import type { EventName, EventPayload } from './events.js';
import type { RequestInput, RequestName, RequestOutput, RequestRefusal } from './requests.js';
import type { Result } from './result.js';

/** One verb a request. A refusal is a value, never an exception. */
export type RequestVerbs = {
  readonly [Name in RequestName]: (input: RequestInput<Name>) => Promise<Result<RequestOutput<Name>, RequestRefusal>>;
};

/** One subscription an event; each returns its own unsubscribe. */
export type EventVerbs = {
  readonly [Name in EventName as `on${Capitalize<Name>}`]: (
    listener: (payload: EventPayload<Name>) => void,
  ) => () => void;
};

/** What the preload exposes to our page as `window.switchhook`. */
export type Bridge = RequestVerbs & EventVerbs;
