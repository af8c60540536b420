import { useMemo, useState } from 'preact/hooks';
import type { ContactAttribute } from '../../contract/contact.js';
import { Button } from '../ui/button.js';
import { CopyButton } from '../ui/copy-button.js';
import { ForeignText } from '../ui/foreign-text.js';
import { useGrowingCount } from '../ui/growing-count.js';
import { useScreen } from './screen-context.js';

/** Values longer than this begin cut off, so that one value cannot push all others away. */
const longValueLength = 400;

/** What Connect knows of the contact, as plain text in the order it came. */
export function AttributesPanel({ attributes }: { readonly attributes: readonly ContactAttribute[] }) {
  const { words } = useScreen();
  const count = useGrowingCount(attributes.length);
  return (
    <section class="card attributes" aria-label={words.attributes.region}>
      <h2 class="caption">{words.attributes.region}</h2>
      {attributes.length === 0 ? (
        <p class="empty">{words.attributes.empty}</p>
      ) : (
        <dl>
          {attributes.slice(0, count).map((attribute) => (
            <AttributeRow key={attribute.name} attribute={attribute} />
          ))}
        </dl>
      )}
    </section>
  );
}

/** Drawn again only when this attribute changes: unchanged ones keep their identity from snapshot to snapshot. */
function AttributeRow({ attribute }: { readonly attribute: ContactAttribute }) {
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
            <CopyButton label={words.attributes.copy(name)} copiedLabel={words.attributes.copied} text={value} />
          </dd>
        )}
      </div>
    );
  }, [attribute, whole]);
}
