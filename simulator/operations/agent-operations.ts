import { concurrency } from '../concurrency.js';
import { instance } from '../instance.js';
import { readPage } from '../quick-connects.js';
import { Refusal } from '../refusal.js';
import { describeSnapshot, type WireObject } from '../snapshot.js';
import { chooseStatus } from '../status-actions.js';
import { isObject, type Operation, readText, requireObject, requireText } from './operation.js';

const dialableCountryCodes = ['au', 'br', 'ca', 'de', 'es', 'fr', 'gb', 'in', 'jp', 'mx', 'nl', 'pl', 'se', 'us'];
const permissions = ['outboundCall', 'chat', 'task', 'email'];

function describeQueue({ arn, name }: { readonly arn: string; readonly name: string }): WireObject {
  return { queueARN: arn, name };
}

const getAgentSnapshot: Operation = async ({ desk, longPoll, body, signal }) => {
  await longPoll.next(readText(body, 'nextToken'), signal);
  return { snapshot: describeSnapshot(desk, desk.clock.now()), nextToken: longPoll.token() };
};

const getAgentConfiguration: Operation = ({ desk }) => ({
  configuration: {
    name: desk.state.agentName,
    username: desk.state.username,
    softphoneEnabled: desk.state.configuration.softphoneEnabled,
    softphoneAutoAccept: desk.state.configuration.softphoneAutoAccept,
    extension: desk.state.configuration.extension,
    agentARN: desk.state.agentArn,
    agentPreferences: desk.state.configuration.preferences,
    routingProfile: {
      name: instance.routingProfile.name,
      routingProfileARN: instance.routingProfile.arn,
      defaultOutboundQueue: describeQueue(instance.defaultOutboundQueue),
      channelConcurrencyMap: concurrency,
    },
  },
});

const updateAgentConfiguration: Operation = ({ desk, body }) => {
  const wanted = requireObject(body, 'configuration');
  const preferences = isObject(wanted.agentPreferences) ? wanted.agentPreferences : {};
  desk.change(({ configuration }) => {
    if (typeof wanted.softphoneEnabled === 'boolean') configuration.softphoneEnabled = wanted.softphoneEnabled;
    if (typeof wanted.softphoneAutoAccept === 'boolean') {
      configuration.softphoneAutoAccept = wanted.softphoneAutoAccept;
    }
    if (typeof wanted.extension === 'string') configuration.extension = wanted.extension;
    const texts = Object.entries(preferences).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    );
    Object.assign(configuration, { preferences: { ...configuration.preferences, ...Object.fromEntries(texts) } });
  });
  return {};
};

const putAgentState: Operation = ({ desk, body }) => {
  const state = requireObject(body, 'state');
  const enqueue = body.enqueueNextState;
  if (enqueue !== undefined && enqueue !== null && typeof enqueue !== 'boolean') {
    throw new Refusal('ValidationException', 'enqueueNextState must be true or false');
  }
  chooseStatus(desk, { arn: readText(state, 'agentStateARN'), name: requireText(state, 'name') }, enqueue === true);
  return {};
};

/** Transports. The URL must be wss:// or Streams 2.28.2 gives up on the web socket and never polls. */
const createTransport: Operation = ({ desk, body, host }) => {
  const lifetimeSeconds = 3_569;
  const expiry = new Date(desk.clock.now() + lifetimeSeconds * 1_000).toISOString();
  const transportType = requireText(body, 'transportType');
  switch (transportType) {
    case 'web_socket':
      return { webSocketTransport: { url: `wss://${host}/ws`, transportLifeTimeInSeconds: lifetimeSeconds, expiry } };
    case 'softphone':
      return {
        softphoneTransport: {
          softphoneMediaConnections: [
            { username: 'simulated', credential: 'simulated', urls: ['stun:127.0.0.1:3478'] },
          ],
        },
      };
    case 'chat_token':
      return { chatTokenTransport: { participantToken: 'simulated-participant', expiry } };
    default:
      throw new Refusal('InvalidParameterException', `No transport of type ${transportType} here`);
  }
};

const getEndpoints: Operation = ({ desk, body }) => {
  if (!Array.isArray(body.queueARNs)) throw new Refusal('ValidationException', 'queueARNs must be a list');
  const nextToken = readText(body, 'nextToken');
  if (nextToken !== null && !/^\d{1,9}$/.test(nextToken))
    throw new Refusal('PaginationException', 'nextToken is not ours');
  const { page, nextToken: following } = readPage(desk.state.quickConnects, nextToken, readPageSize(body.maxResults));
  return {
    endpoints: page.map(({ arn, type, name, phoneNumber, agentLogin, queue }) => ({
      endpointARN: arn,
      type,
      name,
      ...(phoneNumber === undefined ? {} : { phoneNumber }),
      ...(agentLogin === undefined ? {} : { agentLogin }),
      ...(queue === undefined ? {} : { queue: describeQueue(queue) }),
    })),
    ...(following === null ? {} : { nextToken: following }),
  };
};

function readPageSize(maxResults: unknown): number | null {
  if (maxResults === undefined || maxResults === null) return null;
  if (Number.isInteger(maxResults) && Number(maxResults) > 0) return Number(maxResults);
  throw new Refusal('ValidationException', 'maxResults must be a whole number from 1');
}

const getNewAuthToken: Operation = ({ desk, body, secrets }) => {
  requireText(body, 'refreshToken');
  const oneHourMs = 3_600_000;
  return { newAuthToken: secrets.accessToken, expirationDateTime: (desk.clock.now() + oneHourMs) / 1_000 };
};

/** Operations about the agent, by name. Queues come in one page: their pager in Streams 2.28.2 loses the first of several. */
export const agentOperations: Readonly<Record<string, Operation>> = {
  CreateTransport: createTransport,
  GetAgentConfiguration: getAgentConfiguration,
  GetAgentPermissions: () => ({ permissions }),
  GetAgentSnapshot: getAgentSnapshot,
  GetAgentStates: ({ desk }) => ({
    states: desk.state.statuses.map(({ arn, name, type }) => ({ agentStateARN: arn, type, name })),
  }),
  GetDialableCountryCodes: () => ({ countryCodes: dialableCountryCodes }),
  GetEndpoints: getEndpoints,
  GetNewAuthToken: getNewAuthToken,
  GetRoutingProfileQueues: () => ({ queues: [...instance.queues, instance.agentQueue].map(describeQueue) }),
  PutAgentState: putAgentState,
  SendClientLogs: () => ({}),
  UpdateAgentConfiguration: updateAgentConfiguration,
};
