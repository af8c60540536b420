/// <reference types="amazon-connect-streams" />
import { dial, sendDigit } from './ccp-actions.js';
import { byId, element } from './element.js';

const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '*', '0', '#'];
const letters: Readonly<Record<string, string>> = {
  2: 'ABC',
  3: 'DEF',
  4: 'GHI',
  5: 'JKL',
  6: 'MNO',
  7: 'PQRS',
  8: 'TUV',
  9: 'WXYZ',
  0: '+',
};

/** Sets the number pad up: it dials while the agent is free and sends tones while a call is connected. */
export function installDialPad(agent: connect.Agent): void {
  const pad = byId('dial-pad') as HTMLFormElement;
  const number = byId('number') as HTMLInputElement;

  function talkingContact(): connect.Contact | undefined {
    return agent.getContacts().find((contact) => contact.getStatus().type === 'connected');
  }

  function press(key: string): void {
    const contact = talkingContact();
    if (contact) sendDigit(contact, key);
    number.value += key;
  }

  byId('keys').replaceChildren(
    ...keys.map((key) =>
      element('button', { type: 'button', click: () => press(key) }, key, element('small', {}, letters[key] ?? ' ')),
    ),
  );
  pad.addEventListener('submit', (event) => {
    event.preventDefault();
    if (number.value !== '' && !talkingContact()) dial(agent, number.value);
    number.value = '';
    pad.hidden = true;
  });
  byId('open-pad').addEventListener('click', () => {
    pad.hidden = !pad.hidden;
    if (!pad.hidden) number.focus();
  });
}
