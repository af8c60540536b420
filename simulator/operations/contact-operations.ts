import {
  acceptContact,
  clearContact,
  destroyConnection,
  endContact,
  holdConnection,
  muteConnection,
  pauseContact,
  placeCall,
  rejectContact,
  requirePhoneNumber,
} from '../agent-actions.js';
import { isVoice } from '../contact.js';
import { findConnection, findContact, requireState, requireVoice } from '../contact-steps.js';
import { instance, type QuickConnect } from '../instance.js';
import { makeConnection } from '../make-contact.js';
import { setMonitorMode } from '../monitor-actions.js';
import { Refusal } from '../refusal.js';
import type { WireObject } from '../snapshot.js';
import { addThirdParty, joinConnections, toggleConnections } from '../third-party-actions.js';
import { type Operation, type OperationContext, readText, requireObject, requireText } from './operation.js';

function contactId({ body }: OperationContext): string {
  return requireText(body, 'contactId');
}

function connectionId({ body }: OperationContext): string {
  return requireText(body, 'connectionId');
}

/** Makes an operation that acts on a contact and answers nothing. */
function onContact(act: (context: OperationContext, contactId: string) => void): Operation {
  return (context) => {
    act(context, contactId(context));
    return {};
  };
}

/** Makes an operation that acts on one party of a contact and answers nothing. */
function onConnection(act: (context: OperationContext, contactId: string, connectionId: string) => void): Operation {
  return onContact((context, id) => act(context, id, connectionId(context)));
}

const createOutboundContact: Operation = ({ desk, body }) => {
  const endpoint = requireObject(body, 'endpoint');
  if (requireText(endpoint, 'type') !== 'phone_number') {
    throw new Refusal('BadEndpointException', 'Only a phone number can be dialled');
  }
  const queueArn = readText(body, 'queueARN');
  const queue = instance.queues.find(({ arn }) => arn === queueArn) ?? instance.defaultOutboundQueue;
  placeCall(desk, requirePhoneNumber(readText(endpoint, 'phoneNumber')), queue);
  return {};
};

const createAdditionalConnection: Operation = (context) => {
  const endpoint = requireObject(context.body, 'endpoint');
  const type = requireText(endpoint, 'type');
  if (type === 'phone_number') {
    const phoneNumber = requirePhoneNumber(readText(endpoint, 'phoneNumber'));
    addThirdParty(context.desk, contactId(context), { phoneNumber, quickConnectName: readText(endpoint, 'name') });
    return {};
  }
  const quickConnect = findQuickConnect(context, endpoint);
  addThirdParty(context.desk, contactId(context), { phoneNumber: null, quickConnectName: quickConnect.name });
  return {};
};

function findQuickConnect({ desk }: OperationContext, endpoint: WireObject): QuickConnect {
  const found = desk.state.quickConnects.find(({ arn }) => arn === endpoint.endpointARN);
  if (found && found.type === endpoint.type) return found;
  throw new Refusal('BadEndpointException', 'There is no such quick connect');
}

const updateMonitorParticipantState: Operation = (context) => {
  const mode = requireText(context.body, 'targetMonitorMode');
  if (mode !== 'SILENT_MONITOR' && mode !== 'BARGE') {
    throw new Refusal('InvalidParameterException', 'targetMonitorMode must be SILENT_MONITOR or BARGE');
  }
  setMonitorMode(context.desk, contactId(context), mode);
  return {};
};

/** Adds a party as `contact.addParticipant` asks; ours for chats, for which the public API has no call. */
const addNewConnection: Operation = (context) => {
  const { desk } = context;
  const contact = findContact(desk, contactId(context));
  if (contact.channel !== 'chat') return createAdditionalConnection(context);
  requireState(contact, ['connected'], 'add a party to');
  const { name } = findQuickConnect(context, requireObject(context.body, 'endpoint'));
  desk.change(() => {
    const party = { type: 'outbound', initial: false, phoneNumber: null, state: 'connected' } as const;
    contact.connections.push(makeConnection(desk, { ...party, quickConnectName: name }));
  });
  return {};
};

/** Hands a chat, task or e-mail over: it ends here. A call cannot be handed over in this way. */
const transferContact: Operation = (context) => {
  const contact = findContact(context.desk, contactId(context));
  if (isVoice(contact)) {
    throw new Refusal('InvalidContactTypeException', 'A call is transferred by adding a party and leaving');
  }
  requireState(contact, ['connected', 'paused'], 'transfer');
  findQuickConnect(context, requireObject(context.body, 'endpoint'));
  context.desk.change(() => endContact(context.desk, contact));
  return {};
};

const sendDigits: Operation = (context) => {
  const contact = findContact(context.desk, contactId(context));
  findConnection(contact, connectionId(context));
  requireVoice(contact, 'send digits on');
  requireState(contact, ['connected'], 'send digits on');
  if (!/^[0-9*#,]+$/.test(requireText(context.body, 'digits'))) {
    throw new Refusal('InvalidParameterException', 'digits may hold 0-9, *, # and commas');
  }
  return {};
};

const notSupported: Operation = () => {
  throw new Refusal('AccessDeniedException', 'The agent has no permission for this in the simulated instance');
};

/** Takes note of a report about an existing contact. */
const takeNote: Operation = (context) => {
  contactId(context);
  return {};
};

/** Operations about contacts, by name. */
export const contactOperations: Readonly<Record<string, Operation>> = {
  AcceptContact: onContact(({ desk }, id) => acceptContact(desk, id)),
  ClearContact: onContact(({ desk }, id) => clearContact(desk, id)),
  CompleteContact: onContact(({ desk }, id) => clearContact(desk, id)),
  ConferenceConnections: onContact(({ desk }, id) => joinConnections(desk, id)),
  CreateAdditionalConnection: createAdditionalConnection,
  CreateOutboundContact: createOutboundContact,
  CreateTaskContact: notSupported,
  DestroyConnection: onConnection(({ desk }, id, connection) => destroyConnection(desk, id, connection)),
  HoldConnection: onConnection(({ desk }, id, connection) => holdConnection(desk, id, connection, true)),
  MuteParticipant: onConnection(({ desk }, id, connection) => muteConnection(desk, id, connection, true)),
  NotifyContactIssue: takeNote,
  PauseContact: onContact(({ desk }, id) => pauseContact(desk, id, true)),
  RejectContact: onContact(({ desk }, id) => rejectContact(desk, id)),
  ResumeConnection: onConnection(({ desk }, id, connection) => holdConnection(desk, id, connection, false)),
  ResumeContact: onContact(({ desk }, id) => pauseContact(desk, id, false)),
  SendDigits: sendDigits,
  SendSoftphoneCallMetrics: takeNote,
  SendSoftphoneCallReport: takeNote,
  ToggleActiveConnections: onContact(({ desk }, id) => toggleConnections(desk, id)),
  UnmuteParticipant: onConnection(({ desk }, id, connection) => muteConnection(desk, id, connection, false)),
  UpdateMonitorParticipantState: updateMonitorParticipantState,
};

/** Operations of the service's own client that the public API model lacks; the worker's shims add them. */
export const shimmedOperations: Readonly<Record<string, Operation>> = {
  AddNewConnection: addNewConnection,
  TransferContact: transferContact,
};
