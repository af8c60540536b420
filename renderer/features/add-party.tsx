import { useId, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PartyTarget } from '../../contract/command.js';
import type { Words } from '../../contract/words/words.js';
import type { CallTarget } from '../models/call-target.js';
import { dialableCountries } from '../models/dialable-countries.js';
import { describeProblem } from '../models/number-problem.js';
import { makeSearchable, searchQuickConnects } from '../models/quick-connect-search.js';
import { loadTelephoneNumbers, readNumber } from '../models/telephone-numbers.js';
import type { QuickConnectDirectory } from '../phone/quick-connect.js';
import { Button } from '../ui/button.js';
import { reveal } from '../ui/reveal.js';
import { useScreen } from './screen-context.js';
import { TargetList } from './target-list.js';
import { usePart } from './use-part.js';

export interface AddPartyProps {
  readonly contactId: string;
  /** Country of a number without prefix, ISO 3166. */
  readonly country: string;
  readonly onClose: () => void;
}

/** Finds a quick connect by name, or takes a number, and calls it into the call. */
export function AddParty({ contactId, country, onClose }: AddPartyProps) {
  const { phone, words } = useScreen();
  const { add } = words.call;
  const countries = usePart(dialableCountries);
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [text, setText] = useState('');
  const [active, setActive] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const directory = phone.quickConnects.value;
  const searchable = useMemo(() => makeSearchable(directory.quickConnects), [directory.quickConnects]);
  const targets = useMemo(() => findTargets(searchable, text), [searchable, text]);
  useLayoutEffect(() => {
    reveal(field.current);
    phone.loadQuickConnects();
    void loadTelephoneNumbers();
  }, []);

  const call = (to: PartyTarget): void => {
    void phone.execute({ kind: 'addParty', contactId, to });
    onClose();
  };
  const choose = async (target: CallTarget | undefined): Promise<void> => {
    if (target !== undefined && target.kind !== 'typed') {
      call({ kind: 'quickConnect', endpointId: target.endpointId });
      return;
    }
    const reading = await readNumber(target?.text ?? text, country, countries);
    if (reading.kind === 'number') call({ kind: 'phoneNumber', phoneNumber: reading.phoneNumber });
    else setProblem(describeProblem(reading, text, words));
  };
  const move = (by: number): void => setActive(Math.max(0, Math.min(targets.length - 1, active + by)));

  return (
    <section
      class="tool add-party"
      aria-label={add.title}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <h2>{add.title}</h2>
      <p class="hint">{add.hint}</p>
      <form
        class="add-form"
        onSubmit={(event) => {
          event.preventDefault();
          void choose(targets[active]);
        }}
      >
        <label for={id}>{add.label}</label>
        <input
          id={id}
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          aria-expanded={targets.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={targets.length > 0 ? `${id}-${active}` : undefined}
          aria-invalid={problem !== null}
          aria-describedby={`${id}-said`}
          value={text}
          onInput={(event) => {
            setText(event.currentTarget.value);
            setActive(0);
            setProblem(null);
          }}
          onKeyDown={(event) => {
            const by = STEPS[event.key];
            if (by === undefined) return;
            event.preventDefault();
            move(by);
          }}
        />
        <Button label={add.close} onPress={onClose} />
      </form>
      <TargetList
        id={id}
        label={add.results}
        targets={targets}
        active={active}
        onChoose={(target) => void choose(target)}
      />
      {problem === null ? (
        <p id={`${id}-said`} class="hint" role="status">
          {describeResults(directory, targets, words)}
        </p>
      ) : (
        <p id={`${id}-said`} class="invalid" role="alert">
          {problem}
        </p>
      )}
      {directory.phase === 'failed' && <Button label={add.retry} look="quiet" onPress={phone.loadQuickConnects} />}
    </section>
  );
}

/** What keys move the choice by; a page is what is seen at once. */
const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };

/** Three digits or more, and nothing but what numbers are written with. */
const numberLike = /^(?=(?:\D*\d){3})(?:(?:tel|callto|sips?):)?[+\d\s().\-/]+(?:@.*)?$/i;

function findTargets(searchable: ReturnType<typeof makeSearchable>, text: string): readonly CallTarget[] {
  const hits = searchQuickConnects(searchable, text);
  return numberLike.test(text.trim()) ? [{ kind: 'typed', text: text.trim() }, ...hits] : hits;
}

function describeResults(
  { phase, quickConnects }: QuickConnectDirectory,
  targets: readonly CallTarget[],
  words: Words,
): string {
  const { add } = words.call;
  if (phase === 'failed') return add.failed;
  if (quickConnects.length === 0) return phase === 'ready' ? add.none : add.loading;
  const hits = targets.filter(({ kind }) => kind !== 'typed').length;
  if (targets.length === 0) return add.noHit;
  return add.count(hits);
}
