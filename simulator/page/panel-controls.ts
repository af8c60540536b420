import { element } from './element.js';
import type { PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';

/** One thing that can be set. It is drawn as the centre has it, and sets it there. */
export interface PanelControl {
  readonly row: HTMLElement;
  draw(state: PanelState): void;
}

const secondMs = 1_000;

/** Something that is on or off. */
export function makeSwitch(
  attempt: Attempt,
  label: string,
  isOn: (state: PanelState) => boolean,
  flip: (on: boolean) => Promise<unknown>,
): PanelControl {
  const button: HTMLButtonElement = element(
    'button',
    {
      type: 'button',
      role: 'switch',
      'aria-checked': 'false',
      click: () => attempt(() => flip(button.getAttribute('aria-checked') !== 'true')),
    },
    label,
  );
  return {
    row: element('li', {}, button),
    draw: (state) => button.setAttribute('aria-checked', String(isOn(state))),
  };
}

/** A choice of one. */
export function makeChoice(
  attempt: Attempt,
  label: string,
  options: readonly (readonly [label: string, value: string])[],
  read: (state: PanelState) => string,
  write: (value: string) => Promise<unknown>,
): PanelControl {
  const select: HTMLSelectElement = element(
    'select',
    { change: () => attempt(() => write(select.value)) },
    ...options.map(([text, value]) => element('option', { value }, text)),
  );
  return {
    row: element('li', {}, element('label', { class: 'setting' }, label, select)),
    draw(state) {
      select.value = read(state);
    },
  };
}

/** A number; with `unit` s it is sent in milliseconds, and an empty field means that it never happens by itself. */
export function makeNumber(
  attempt: Attempt,
  label: string,
  unit: 's' | 'times',
  read: (state: PanelState) => number | null,
  write: (value: number | null) => Promise<unknown>,
): PanelControl {
  const factor = unit === 's' ? secondMs : 1;
  const input: HTMLInputElement = element('input', {
    type: 'number',
    min: '0',
    ...(unit === 's' ? { placeholder: 'never' } : {}),
    change: () => {
      const empty = unit === 's' ? null : 0;
      attempt(() => write(input.value === '' ? empty : Number(input.value) * factor));
    },
  });
  return {
    row: element('li', {}, element('label', { class: 'setting' }, label, element('span', {}, input, ` ${unit}`))),
    draw(state) {
      // Not under the fingers of who is typing.
      if (document.activeElement === input) return;
      const value = read(state);
      input.value = value === null ? '' : String(value / factor);
    },
  };
}
