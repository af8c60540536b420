import { useId } from 'preact/hooks';
import type { Choice } from '../../contract/choice.js';
import { type ChoiceName, type ChoiceSection, choiceNames, choices } from '../../contract/choices.js';
import type { Settings } from '../../contract/settings.js';
import { useScreen } from './screen-context.js';

export interface ChoicesSectionProps {
  readonly section: ChoiceSection;
  readonly settings: Settings;
  readonly choose: (choice: Choice) => void;
}

/** The choices of one part of the settings page. */
export function ChoicesSection({ section, settings, choose }: ChoicesSectionProps) {
  return (
    <ul class="choices">
      {choiceNames
        .filter((name) => choices[name] === section)
        .map((name) => (
          <ChoiceRow key={name} name={name} value={settings[name]} choose={choose} />
        ))}
    </ul>
  );
}

interface ChoiceRowProps {
  readonly name: ChoiceName;
  readonly value: boolean | string;
  readonly choose: (choice: Choice) => void;
}

function ChoiceRow({ name, value, choose }: ChoiceRowProps) {
  const { settings } = useScreen().words;
  const { title, advice } = settings.choices[name];
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = settings.values;
  const id = useId();
  const about = { id, 'aria-describedby': `${id}-advice` };
  return (
    <li class="choice">
      <label for={id}>{title}</label>
      {typeof value === 'boolean' ? (
        <input
          {...about}
          type="checkbox"
          class="switch"
          role="switch"
          aria-checked={value}
          checked={value}
          onChange={({ currentTarget }) => choose({ name, value: currentTarget.checked })}
        />
      ) : (
        <select {...about} value={value} onChange={({ currentTarget }) => choose({ name, value: currentTarget.value })}>
          {Object.entries(values[name] ?? {}).map(([each, word]) => (
            <option key={each} value={each}>
              {word}
            </option>
          ))}
        </select>
      )}
      <p id={`${id}-advice`} class="hint">
        {advice}
      </p>
    </li>
  );
}
