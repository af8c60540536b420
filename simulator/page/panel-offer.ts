import { byId, element } from './element.js';
import { call, type PanelPersona } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';

/** Sets the form up that offers contacts: by channel, from anybody or from one customer. */
export async function installOffer(attempt: Attempt): Promise<void> {
  const form = byId('offer') as HTMLFormElement;
  const find = byId('find') as HTMLInputElement;
  const interrupts = byId('interrupts') as HTMLInputElement;
  const personas = await call<readonly PanelPersona[]>('GET', 'personas');

  function offer(customer?: string): void {
    const channel = String(new FormData(form).get('channel'));
    const options = { channel, interrupts: interrupts.checked, ...(customer === undefined ? {} : { customer }) };
    attempt(() => call('POST', 'contacts', options));
  }

  function drawPersona({ name, phoneNumber, queue, attributes }: PanelPersona): HTMLElement {
    const facts = [phoneNumber, queue, attributes.language, attributes.reason].filter((fact) => fact !== undefined);
    return element(
      'li',
      {},
      element('button', { type: 'button', click: () => offer(name) }, name, element('small', {}, facts.join(' · '))),
    );
  }

  function drawPersonas(): void {
    const wanted = find.value.trim().toLowerCase();
    const found = personas.filter((persona) => JSON.stringify(persona).toLowerCase().includes(wanted));
    byId('personas').replaceChildren(
      ...(found.length > 0 ? found.map(drawPersona) : [element('li', { class: 'empty' }, 'No such customer')]),
    );
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    offer();
  });
  find.addEventListener('input', drawPersonas);
  // Enter in the search would send the form, which means somebody else.
  find.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    byId('personas').querySelector('button')?.focus();
  });
  drawPersonas();
}
