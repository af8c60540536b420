import { useId, useState } from 'preact/hooks';
import { nameOfCountry } from '../models/number-problem.js';
import { type DialCountry, listCountries } from '../models/telephone-numbers.js';
import { useScreen } from './screen-context.js';

export interface CountryFieldProps {
  /** ISO 3166 in upper case. */
  readonly country: string;
  readonly dialableCountries: readonly string[];
  readonly onChoose: (country: string) => void;
}

/** The country of a number without prefix. The others are listed when somebody reaches for them. */
export function CountryField({ country, dialableCountries, onChoose }: CountryFieldProps) {
  const { words } = useScreen();
  const id = useId();
  const [others, setOthers] = useState<readonly DialCountry[]>([]);
  const list = (): void => {
    if (others.length === 0) void listCountries(dialableCountries).then(setOthers);
  };
  const named = others
    .map((other) => ({ ...other, name: nameOfCountry(other.country, words.language) }))
    .toSorted((left, right) => left.name.localeCompare(right.name, words.language));
  return (
    <>
      <label for={id}>{words.call.country}</label>
      <select
        id={id}
        class="country"
        value={country}
        onPointerEnter={list}
        onFocus={list}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {!others.some((other) => other.country === country) && (
          <option value={country}>{nameOfCountry(country, words.language)}</option>
        )}
        {named.map((other) => (
          <option key={other.country} value={other.country}>
            {`${other.name} +${other.callingCode}`}
          </option>
        ))}
      </select>
    </>
  );
}
