import { answerTimeoutMs, callStreams } from './call-streams.js';
import type { CommandFamily } from './command-handler.js';
import { isE164 } from './e164.js';

/** Outbound calls. Surfaces bring the number into E.164; here it is only checked. */
export const dialCommands: CommandFamily<'dial'> = {
  async dial({ phoneNumber }, { agent }) {
    if (!isE164(phoneNumber)) return { reason: 'badNumber', detail: null };
    const endpoint = connect.Endpoint.byPhoneNumber(phoneNumber);
    return callStreams((callbacks) =>
      agent.connect(endpoint, { ...callbacks, timeout: answerTimeoutMs } as DialOptions),
    );
  },
};

/** Streams 2.28.1 added `timeout` to the options; its types do not have it yet. */
type DialOptions = Parameters<connect.Agent['connect']>[1];
