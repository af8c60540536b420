import { useMemo, useRef, useState } from 'preact/hooks';
import type { ContactAttribute } from '../../contract/contact.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { ForeignText } from '../ui/foreign-text.js';
import { useGrowingCount } from '../ui/growing-count.js';
import { useScreen } from './screen-context.js';

/** Values longer than this begin cut off, so that one value cannot push all others away. */
const longValueLength = 400;

export interface AttributesPanelProps {
  readonly attributes: readonly ContactAttribute[];
  /** The contact is not there yet, see `ContactCard`. */
  readonly awaited: boolean;
}

/** What Connect knows of the contact, as plain text in the order it came. */
export function AttributesPanel({ attributes, awaited }: AttributesPanelProps) {
  const { words } = useScreen();
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
          {attributes.slice(0, count).map((attribute, place) => (
            <AttributeRow key={keyOf(attribute.name, place)} attribute={attribute} awaited={awaited} />
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

/** Drawn again only when this attribute changes: unchanged ones keep their identity from snapshot to snapshot. */
function AttributeRow({ attribute, awaited }: { readonly attribute: ContactAttribute; readonly awaited: boolean }) {
  const { words } = useScreen();
  const [whole, setWhole] = useState(false);
  return useMemo(() => {
    const { name, value } = attribute;
    const long = value.length > longValueLength;
    return (
      <div class="attribute">
        <dt>
          <ForeignText text={name} />
        </dt>
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
        {value !== '' && (
          <dd class="tools">
            <CopyButton
              label={words.attributes.copy(name)}
              copiedLabel={words.attributes.copied}
              text={value}
              outOfReach={awaited}
            />
          </dd>
        )}
      </div>
    );
  }, [attribute, awaited, whole]);
}
