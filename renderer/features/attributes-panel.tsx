import { useMemo, useState } from 'preact/hooks';
import type { ContactAttribute } from '../../contract/contact.js';
import { Button, IconButton } from '../ui/button.js';
import { useLastCopied } from '../ui/copied.js';
import { useGrowingCount } from '../ui/growing-count.js';
import { makeVisible } from '../ui/visible-text.js';
import { useScreen } from './screen-context.js';

/** Values longer than this begin cut off, so that one value cannot push all others away. */
const longValueLength = 400;

/** What Connect knows of the contact, as plain text in the order it came. */
export function AttributesPanel({ attributes }: { readonly attributes: readonly ContactAttribute[] }) {
  const { words } = useScreen();
  const count = useGrowingCount(attributes.length);
  const { copied, copy } = useLastCopied();
  return (
    <section class="card attributes" aria-label={words.attributes.region}>
      <h2 class="caption">{words.attributes.region}</h2>
      {attributes.length === 0 ? (
        <p class="empty">{words.attributes.empty}</p>
      ) : (
        <dl>
          {attributes.slice(0, count).map((attribute) => (
            <AttributeRow key={attribute.name} attribute={attribute} copied={attribute.name === copied} onCopy={copy} />
          ))}
        </dl>
      )}
    </section>
  );
}

interface AttributeRowProps {
  readonly attribute: ContactAttribute;
  readonly copied: boolean;
  readonly onCopy: (name: string, value: string) => void;
}

/**
 * Drawn again only when this attribute changes: unchanged ones keep their identity from snapshot to snapshot. Of as few
 * parts as it can, as it is drawn for each attribute while a contact begins to ring.
 */
function AttributeRow({ attribute, copied, onCopy }: AttributeRowProps) {
  const { words } = useScreen();
  const [whole, setWhole] = useState(false);
  return useMemo(() => {
    const { name, value } = attribute;
    const long = value.length > longValueLength;
    return (
      <div class="attribute">
        <dt>
          <bdi>{makeVisible(name)}</bdi>
        </dt>
        <dd>
          <bdi>{makeVisible(long && !whole ? `${value.slice(0, longValueLength)}…` : value)}</bdi>
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
            <IconButton
              label={copied ? words.attributes.copied : words.attributes.copy(name)}
              icon={copied ? 'check' : 'copy'}
              onPress={() => onCopy(name, value)}
            />
          </dd>
        )}
      </div>
    );
  }, [attribute, whole, copied]);
}
