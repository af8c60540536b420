import type { ReadonlySignal } from '@preact/signals';
import type { RefObject } from 'preact';
import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { isAvailable } from '../../contract/actions.js';
import type { Agent } from '../../contract/agent.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { Sentence } from '../../contract/words/sentence.js';
import type { Words } from '../../contract/words/words.js';
import type { DialInput } from '../models/dial-input.js';
import { dialableCountries } from '../models/dialable-countries.js';
import { describeProblem } from '../models/number-problem.js';
import { formatTyped, loadTelephoneNumbers, readNumber } from '../models/telephone-numbers.js';
import { Button } from '../ui/button.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { CountryField } from './country-field.js';
import { useScreen } from './screen-context.js';
import { useDerived, usePart } from './use-part.js';

export interface DialFormProps {
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  readonly input: DialInput;
  /** The open contact, which says what there is to say. */
  readonly focused: ReadonlySignal<Contact | null>;
  /** Where the keyboard goes when the field that had it is hidden. */
  readonly place: RefObject<HTMLElement | null>;
}

/** What the window shows between contacts: whether contacts come, and the field to call somebody. */
export function DialForm({ country, input, focused, place }: DialFormProps) {
  const { actions } = useScreen();
  const mayDial = usePart((_snapshot, available) => isAvailable(available, 'dial'));
  const beside = useDerived(() => {
    const { value: contact } = focused;
    // A ring must not take the field away from under the agent's fingers.
    return contact !== null && ((isRinging(contact) && input.typed.value !== '') || isAvailable(actions.value, 'dial'));
  });
  // A contact is in its place then; what was typed stays.
  const hidden = useDerived(() => focused.value !== null) && !beside;
  useKeptFocus(place);
  // Nobody sees it go, so it stays for the next time.
  const wasThere = useRef(false);
  const isThere = hidden ? wasThere.current : beside || mayDial;
  wasThere.current = isThere;
  return (
    <div class={beside ? 'idle beside' : 'idle'} hidden={hidden}>
      <IdleSentence />
      {useMemo(() => isThere && <NumberField home={country} input={input} />, [isThere])}
    </div>
  );
}

function IdleSentence() {
  const { words } = useScreen();
  const availability = usePart(({ agent }) => agent?.availability ?? null);
  const isStuck = usePart(({ agent }) => agent?.activity === 'error');
  if (availability === null) return null;
  const { title, advice } = isStuck ? words.dial.stuck : idleSentence(availability, words);
  return (
    <>
      <h1>{title}</h1>
      <p>{advice}</p>
    </>
  );
}

function idleSentence(availability: Agent['availability'], { dial }: Words): Sentence {
  return availability.type === 'routable'
    ? { title: dial.ready, advice: dial.routed }
    : { title: dial.notRoutable(availability.name), advice: dial.notRouted };
}

interface NumberFieldProps extends Pick<DialFormProps, 'input'> {
  /** Country of a number without prefix until the agent chooses another, ISO 3166. */
  readonly home: string;
}

function NumberField({ home, input }: NumberFieldProps) {
  const { phone, words } = useScreen();
  const countries = usePart(dialableCountries);
  const busy = usePart(({ pending }) => pending.commands.some((command) => command.kind === 'dial'));
  const typed = input.typed.value;
  const country = input.country.value ?? home;
  const [problem, setProblem] = useState<string | null>(null);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const answered = useRef(0);
  useLayoutEffect(() => {
    if (input.fills.value === answered.current) return;
    answered.current = input.fills.value;
    setProblem(null);
    field.current?.focus();
  }, [input.fills.value]);
  const dial = async (): Promise<void> => {
    const reading = await readNumber(typed, country, countries);
    setProblem(reading.kind === 'number' ? null : describeProblem(reading, typed, words));
    if (reading.kind !== 'number') return;
    const failure = await phone.execute({ kind: 'dial', phoneNumber: reading.phoneNumber });
    if (failure === null) input.typed.value = '';
  };
  const type = (field: HTMLInputElement): void => {
    // Formatting moves the caret, so it waits until the agent types at the end.
    const atEnd = field.selectionStart === field.value.length;
    input.typed.value = atEnd && field.value.length > typed.length ? formatTyped(field.value, country) : field.value;
    setProblem(null);
  };
  return (
    <form
      class="field-form dial-form"
      onSubmit={(event) => {
        event.preventDefault();
        void dial();
      }}
    >
      <CountryField
        country={country}
        dialableCountries={countries}
        onChoose={(chosen) => {
          input.country.value = chosen;
          setProblem(null);
        }}
      />
      <label for={id}>{words.dial.label}</label>
      <input
        id={id}
        ref={field}
        type="tel"
        autocomplete="off"
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : `${id}-invalid`}
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
      <p id={`${id}-invalid`} class="invalid" role="alert">
        {problem}
      </p>
    </form>
  );
}
