/// <reference types="amazon-connect-streams" />
import { byId } from './element.js';

const noticeMs = 5_000;
let hideNotice = 0;

/** Shows a sentence at the foot of the panel for a few seconds. */
export function notify(sentence: string): void {
  const notice = byId('notice');
  notice.textContent = sentence;
  notice.hidden = false;
  window.clearTimeout(hideNotice);
  hideNotice = window.setTimeout(() => {
    notice.hidden = true;
  }, noticeMs);
}

/** Callbacks for a call to Streams: a failure is shown. Streams gives the reason as JSON, as a word, or not at all. */
export function report(what: string): { success: () => void; failure: (reason: unknown) => void } {
  return {
    success() {},
    failure(reason) {
      notify(`${what} failed: ${readReason(reason)}`);
    },
  };
}

function readReason(reason: unknown): string {
  try {
    const parsed: unknown = JSON.parse(String(reason));
    if (typeof parsed === 'object' && parsed !== null && 'message' in parsed) return String(parsed.message);
  } catch {
    // A word, not JSON.
  }
  return String(reason);
}

/** Chooses a status; with a contact on it becomes the next status. */
export function chooseStatus(agent: connect.Agent, state: connect.AgentStateDefinition): void {
  agent.setState(state, report('Changing status'), { enqueueNextState: agent.getContacts().length > 0 });
}

/** Dials a number in E.164 form. */
export function dial(agent: connect.Agent, number: string): void {
  agent.connect(connect.Endpoint.byPhoneNumber(number.replace(/[^\d+]/g, '')), report('Dialling'));
}

/** Sends one key press to the customer. */
export function sendDigit(contact: connect.Contact, digit: string): void {
  const connection = contact.getInitialConnection();
  if (connection) connection.sendDigits(digit, report('Sending digits'));
}
