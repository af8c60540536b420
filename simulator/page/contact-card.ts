/// <reference types="amazon-connect-streams" />
import { report } from './ccp-actions.js';
import { clockText, element } from './element.js';

interface Phase {
  readonly label: string;
  readonly tone: 'ring' | 'talk' | 'hold' | 'after' | 'bad';
}

/** Whether customer and agent cannot hear each other: a second call holds the agent's own leg. */
export function isHeld(contact: connect.Contact): boolean {
  return contact.getConnections().some((connection) => !isThirdParty(contact, connection) && connection.isOnHold());
}

function isThirdParty(contact: connect.Contact, connection: connect.BaseConnection): boolean {
  return contact.getThirdPartyConnections().some((other) => other.getConnectionId() === connection.getConnectionId());
}

function isMonitored(contact: connect.Contact): boolean {
  return String(contact.getInitialConnection()?.getType()) === 'monitoring';
}

function readPhase(contact: connect.Contact): Phase {
  const type: string = contact.getStatus().type;
  if (isMonitored(contact) && type === 'connected') return { label: 'Monitored call', tone: 'talk' };
  switch (type) {
    case 'incoming':
      return { label: 'Incoming callback', tone: 'ring' };
    case 'pending':
      return { label: 'Callback pending', tone: 'ring' };
    case 'connecting':
      return { label: contact.isInbound() ? 'Incoming call' : 'Calling', tone: 'ring' };
    case 'connected':
      return isHeld(contact) ? { label: 'On hold', tone: 'hold' } : { label: 'Connected call', tone: 'talk' };
    case 'paused':
      return { label: 'Paused', tone: 'hold' };
    case 'ended':
      return { label: 'After contact work', tone: 'after' };
    case 'missed':
      return { label: 'Missed call', tone: 'bad' };
    case 'rejected':
      return { label: 'Rejected call', tone: 'bad' };
    case 'error':
      return { label: 'Call error', tone: 'bad' };
    default:
      return { label: type, tone: 'after' };
  }
}

function button(label: string, tone: string, click: () => void): HTMLButtonElement {
  return element('button', { class: `action ${tone}`, type: 'button', click }, label);
}

function talkButtons(agent: connect.Agent, contact: connect.Contact, muted: boolean): HTMLElement[] {
  if (isMonitored(contact)) return monitorButtons(contact);
  const agentLeg = contact.getAgentConnection();
  const held = agentLeg.isOnHold() ? agentLeg : contact.getInitialConnection();
  const onHold = isHeld(contact);
  const others = contact.getThirdPartyConnections().filter((connection) => connection.isActive());
  const buttons = [
    button(onHold ? 'Resume' : 'Hold', '', () => {
      if (onHold) held?.resume(report('Resuming'));
      else held?.hold(report('Holding'));
    }),
    button(muted ? 'Unmute' : 'Mute', muted ? 'on' : '', () => (muted ? agent.unmute() : agent.mute())),
  ];
  if (others.length > 0) {
    buttons.push(button('Swap', '', () => contact.toggleActiveConnections(report('Swapping'))));
    buttons.push(button('Join', '', () => contact.conferenceConnections(report('Joining'))));
    for (const [index, other] of others.entries()) {
      buttons.push(button(`Drop ${partyName(other, index)}`, '', () => other.destroy(report('Dropping'))));
    }
  }
  return buttons;
}

function partyName(party: connect.BaseConnection, index: number): string {
  const name = party instanceof connect.VoiceConnection ? party.getQuickConnectName() : null;
  return name ?? party.getEndpoint()?.phoneNumber ?? `party ${index + 1}`;
}

function monitorButtons(contact: connect.Contact): HTMLElement[] {
  const leg = contact.getAgentConnection();
  const barges = leg instanceof connect.VoiceConnection && leg.isBarge();
  return [
    barges
      ? button('Only listen', '', () => contact.silentMonitor(report('Listening')))
      : button('Barge in', '', () => contact.bargeIn(report('Barging in'))),
  ];
}

function buttonsFor(agent: connect.Agent, contact: connect.Contact, muted: boolean): HTMLElement[] {
  const end = button('End call', 'bad', () => contact.getAgentConnection().destroy(report('Ending')));
  const type: string = contact.getStatus().type;
  switch (type) {
    case 'pending':
      return [end];
    case 'incoming':
    case 'connecting':
      if (!contact.isInbound() && contact.getStatus().type === 'connecting') return [end];
      return [
        button('Reject', 'bad', () => contact.reject(report('Rejecting'))),
        button('Accept', 'good', () => contact.accept(report('Accepting'))),
      ];
    case 'connected':
      return [...talkButtons(agent, contact, muted), end];
    case 'ended':
      return [button('Clear contact', 'plain', () => contact.clear(report('Clearing')))];
    case 'missed':
    case 'rejected':
    case 'error':
      return [button('Close contact', 'plain', () => contact.clear(report('Clearing')))];
    default:
      return [];
  }
}

/** Other channels have no text to read here; a task can be paused. */
function otherButtons(contact: connect.Contact): HTMLElement[] {
  const end = button('End', 'bad', () => contact.getAgentConnection().destroy(report('Ending')));
  switch (contact.getStatus().type) {
    case 'connecting':
      return [
        button('Reject', 'bad', () => contact.reject(report('Rejecting'))),
        button('Accept', 'good', () => contact.accept(report('Accepting'))),
      ];
    case 'connected':
      if (contact.getType() !== connect.ContactType.TASK) return [end];
      return [button('Pause', '', () => contact.pause(report('Pausing'))), end];
    case 'paused':
      return [button('Resume', '', () => contact.resume(report('Resuming'))), end];
    default:
      return [button('Clear contact', 'plain', () => contact.clear(report('Clearing')))];
  }
}

const channelLabels: Readonly<Record<string, string>> = { chat: 'Chat', task: 'Task', email: 'Email' };

/** Draws one contact: what it is, who it is, for how long, and what can be done about it. */
export function drawContact(agent: connect.Agent, contact: connect.Contact, muted: boolean): HTMLElement {
  const phase = readPhase(contact);
  const channel = channelLabels[contact.getType()];
  const customerName = contact.getAttributes()?.customerName?.value ?? '';
  const phoneNumber = contact.getInitialConnection()?.getEndpoint()?.phoneNumber ?? 'Number withheld';
  const label = channel === undefined ? phase.label : `${channel}: ${phase.label.replace(/ call$/, '')}`;
  return element(
    'section',
    { class: `contact ${phase.tone}`, 'data-contact': contact.getContactId() },
    element(
      'header',
      {},
      element('span', { class: 'phase' }, label),
      element('time', {}, clockText(contact.getStatusDuration())),
    ),
    element('p', { class: 'number' }, channel === undefined ? phoneNumber : customerName),
    channel === undefined ? element('p', {}, customerName) : null,
    element('p', { class: 'queue' }, contact.getQueue()?.name ?? ''),
    element(
      'div',
      { class: 'actions' },
      ...(channel === undefined ? buttonsFor(agent, contact, muted) : otherButtons(contact)),
    ),
  );
}
