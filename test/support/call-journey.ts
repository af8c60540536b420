import type { Page } from '@playwright/test';
import type { AgentEvent } from '../../simulator/agent-event.js';
import type { Simulator } from '../../simulator/simulator.js';
import { awaitEvent, expect } from './phone-test.js';

const waitMs = 5_000;

/** One agent's window beside the centre it works in, in the words of a journey. */
export interface Desk {
  readonly phone: Page;
  readonly simulator: Simulator;
  /** Presses the button of this name. */
  press(name: string): Promise<void>;
  /** Resolves when the agent sees the button. */
  sees(name: string): Promise<void>;
  /** Resolves when the centre has carried the operation out. */
  asked(operation: string): Promise<void>;
  /** Resolves when the event stream says that the contact is in the state. */
  inState(contactId: string, state: string): Promise<void>;
  /** A customer calls and the agent answers; resolves with the contact's id. */
  talk(customer?: string): Promise<string>;
  /** Opens the search and calls the quick connect in; resolves when it rings there. */
  callIn(name: string): Promise<void>;
  /** Somebody who was called in, by name or number, answers. */
  answers(contactId: string, name: string): void;
  /** The line of somebody on the call. */
  party(name: string): ReturnType<Page['locator']>;
}

export function openDesk(phone: Page, simulator: Simulator): Desk {
  const button = (name: string) => phone.getByRole('button', { name, exact: true });
  const desk: Desk = {
    phone,
    simulator,
    press: (name) => button(name).click(),
    sees: (name) => expect(button(name)).toBeVisible(),
    async asked(operation) {
      await simulator.waitForRequest((each) => each.operation === operation && each.status === 200, {
        timeoutMs: waitMs,
      });
    },
    async inState(contactId, state) {
      const isThere = (event: AgentEvent): boolean =>
        event.CurrentAgentSnapshot.Contacts.some((each) => each.ContactId === contactId && each.State === state);
      await awaitEvent(simulator, isThere);
    },
    async talk(customer = 'Renata Oyelaran') {
      const contactId = simulator.control.ring({ customer, attributes: { customerName: customer } });
      await desk.press('Answer');
      await desk.inState(contactId, 'CONNECTED');
      await desk.sees('Transfer or add');
      return contactId;
    },
    async callIn(name) {
      await desk.press('Transfer or add');
      const search = phone.getByRole('combobox', { name: 'Name or number' });
      await search.fill(name);
      await expect(phone.getByRole('option').first()).toContainText(name);
      await search.press('Enter');
      await expect(desk.party(name)).toContainText('Ringing');
    },
    answers(contactId, name) {
      simulator.control.answerParty(contactId, partyId(simulator, contactId, name));
    },
    party: (name) =>
      phone.getByRole('region', { name: 'On this call' }).getByRole('listitem').filter({ hasText: name }),
  };
  return desk;
}

/** Id of somebody called in who has not left, by the name of the quick connect or the number. */
export function partyId({ control }: Simulator, contactId: string, name: string): string {
  const contact = control.state().contacts.find((each) => each.contactId === contactId);
  const found = contact?.connections.find(
    (each) => each.state !== 'disconnected' && (each.quickConnectName === name || each.phoneNumber === name),
  );
  if (found === undefined) throw new Error(`${name} is not on the call`);
  return found.id;
}
