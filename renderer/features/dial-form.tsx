import { useId, useState } from 'preact/hooks';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import type { Agent } from '../../contract/agent.js';
import type { Sentence, Words } from '../../contract/words/words.js';
import type { DialInput } from '../models/dial-input.js';
import { formatTyped, loadTelephoneNumbers, toE164 } from '../models/telephone-numbers.js';
import { Button } from '../ui/button.js';
import { useScreen } from './screen-context.js';

export interface DialFormProps {
  readonly agent: Agent;
  readonly actions: AvailableActions;
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  readonly busy: boolean;
  readonly input: DialInput;
  /** A contact is on the screen; the form only stays because the agent is typing in it. */
  readonly beside: boolean;
  /** All contacts are of channels the panel handles. */
  readonly elsewhere: boolean;
}

/** What the window shows between contacts: whether contacts come, and the field to call somebody. */
export function DialForm({ agent, actions, country, busy, input, beside, elsewhere }: DialFormProps) {
  const { words } = useScreen();
  const { title, advice } = elsewhere ? words.contact.allInPanel : idleSentence(agent, words);
  return (
    <div class={beside ? 'idle beside' : 'idle'}>
      <h1>{title}</h1>
      <p>{advice}</p>
      {(beside || isAvailable(actions, 'dial')) && <NumberField country={country} busy={busy} input={input} />}
    </div>
  );
}

function idleSentence({ availability, activity }: Agent, { dial }: Words): Sentence {
  if (activity === 'error') return dial.stuck;
  return availability.type === 'routable'
    ? { title: dial.ready, advice: dial.routed }
    : { title: dial.notRoutable(availability.name), advice: dial.notRouted };
}

function NumberField({ country, busy, input }: Pick<DialFormProps, 'country' | 'busy' | 'input'>) {
  const { phone, words } = useScreen();
  const typed = input.typed.value;
  const [invalid, setInvalid] = useState(false);
  const id = useId();
  const dial = async (): Promise<void> => {
    const phoneNumber = await toE164(typed, country);
    setInvalid(phoneNumber === null);
    if (phoneNumber === null) return;
    const failure = await phone.execute({ kind: 'dial', phoneNumber });
    if (failure === null) input.typed.value = '';
  };
  const type = (field: HTMLInputElement): void => {
    // Formatting moves the caret, so it waits until the agent types at the end.
    const atEnd = field.selectionStart === field.value.length;
    input.typed.value = atEnd && field.value.length > typed.length ? formatTyped(field.value, country) : field.value;
    setInvalid(false);
  };
  return (
    <form
      class="field-form"
      onSubmit={(event) => {
        event.preventDefault();
        void dial();
      }}
    >
      <label for={id}>{words.dial.label}</label>
      <input
        id={id}
        type="tel"
        autocomplete="off"
        aria-invalid={invalid}
        aria-describedby={`${id}-${invalid ? 'invalid' : 'hint'}`}
        placeholder={words.dial.placeholder}
        value={typed}
        onFocus={() => void loadTelephoneNumbers()}
        onInput={(event) => type(event.currentTarget)}
      />
      <Button
        type="submit"
        label={words.dial.button}
        icon="call"
        look="primary"
        busy={busy}
        onPress={() => undefined}
      />
      {invalid ? (
        <p id={`${id}-invalid`} class="invalid" role="alert">
          {words.dial.invalid}
        </p>
      ) : (
        <p id={`${id}-hint`} class="hint">
          {isNational(typed) && words.dial.country(nameOfCountry(country, words))}
        </p>
      )}
    </form>
  );
}

/** Whether the agent's own country will be dialled, which is worth saying while it is typed. */
function isNational(typed: string): boolean {
  return typed !== '' && !/^(\+|00)/.test(typed);
}

function nameOfCountry(country: string, words: Words): string {
  return new Intl.DisplayNames([words.language], { type: 'region' }).of(country) ?? country;
}
