import type { RefObject } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import type { ContactAttribute } from '../../contract/contact.js';
import type { Card } from '../models/card.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { ForeignText } from '../ui/foreign-text.js';
import { useGrowingCount } from '../ui/growing-count.js';
import { useKeptFocus } from '../ui/kept-focus.js';
import { useScreen } from './screen-context.js';
import { useDerived } from './use-part.js';

/** Values longer than this begin cut off, so that one value cannot push all others away. */
const longValueLength = 400;

export interface AttributesPanelProps {
  readonly card: Card;
  /** Where the keyboard goes when a button that had it disappears. */
  readonly place: RefObject<HTMLElement | null>;
}

/** What Connect knows of the contact, as plain text in the order it came. */
export function AttributesPanel({ card, place }: AttributesPanelProps) {
  useKeptFocus(place);
  const { words } = useScreen();
  const attributes = useDerived(() => card.contact.value.attributes);
  const awaited = card.awaited.value;
  const count = useGrowingCount(attributes.length);
  const keyOf = useRowKeys(awaited);
  return (
    <section
      class={awaited ? 'card attributes awaited' : 'card attributes'}
      aria-hidden={awaited ? true : undefined}
      aria-label={words.attributes.region}
    >
      <h2 class="caption">{words.attributes.region}</h2>
      {attributes.length === 0 ? (
        <p class="empty">{words.attributes.empty}</p>
      ) : (
        <dl>
          {attributes.slice(0, count).map((attribute, index) => (
            <AttributeRow key={keyOf(attribute.name, index)} attribute={attribute} reach={card.reach} />
          ))}
        </dl>
      )}
    </section>
  );
}

/**
 * A row stays with its name when others come before it. Those drawn ahead have no names; they become the first rows in
 * the order they stand.
 */
function useRowKeys(awaited: boolean): (name: string, place: number) => number {
  const known = useRef(new Map<string, number>()).current;
  return (name, place) => {
    if (awaited) return place;
    const key = known.get(name) ?? known.size;
    known.set(name, key);
    return key;
  };
}

/**
 * Drawn again only when this attribute changes: unchanged ones keep their identity from snapshot to snapshot. The name and
 * what is done with the value are drawn ahead, as the next contact mostly has the same.
 */
function AttributeRow({ attribute, reach }: { readonly attribute: ContactAttribute; readonly reach: Card['reach'] }) {
  const { words } = useScreen();
  const [whole, setWhole] = useState(false);
  const { name, value } = attribute;
  const copied = useRef(value);
  copied.current = value;
  const isEmpty = value === '';
  const term = useMemo(
    () => (
      <dt>
        <ForeignText text={name} />
      </dt>
    ),
    [name],
  );
  const tools = useMemo(
    () =>
      !isEmpty && (
        <dd class="tools">
          <CopyButton
            label={words.attributes.copy(name)}
            copiedLabel={words.attributes.copied}
            text={() => copied.current}
            reach={reach}
          />
        </dd>
      ),
    [name, isEmpty],
  );
  return useMemo(() => {
    const long = value.length > longValueLength;
    return (
      <div class="attribute">
        {term}
        <dd>
          <ForeignText text={long && !whole ? `${value.slice(0, longValueLength)}…` : value} />
          {long && (
            <Button
              label={whole ? words.attributes.showLess : words.attributes.showAll}
              look="quiet"
              onPress={() => setWhole(!whole)}
            />
          )}
        </dd>
        {tools}
      </div>
    );
  }, [attribute, whole]);
}
