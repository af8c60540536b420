import { answerTimeoutMs, callStreams } from './call-streams.js';
import type { CommandFamily } from './command-handler.js';

/** E.164: a plus, a country code that does not begin with 0, at most 15 digits. Source: ITU-T E.164, 6.2.1 */
const e164 = /^\+[1-9]\d{1,14}$/;

/** Outbound calls. Surfaces bring the number into E.164; here it is only checked. */
export const dialCommands: CommandFamily<'dial'> = {
  async dial({ phoneNumber }, { agent }) {
    if (!e164.test(phoneNumber)) return { reason: 'badNumber', detail: null };
    const endpoint = connect.Endpoint.byPhoneNumber(phoneNumber);
    return callStreams((callbacks) =>
      agent.connect(endpoint, { ...callbacks, timeout: answerTimeoutMs } as DialOptions),
    );
  },
};

/** Streams 2.28.1 added `timeout` to the options; its types do not have it yet. */
type DialOptions = Parameters<connect.Agent['connect']>[1];
