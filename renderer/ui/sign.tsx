import type { ComponentChildren } from 'preact';
import { useId, useState } from 'preact/hooks';
import { IconButton } from './button.js';
import type { IconName } from './icon.js';

export interface SignProps {
  /** Tells this sign from the others. */
  readonly kind: 'connection' | 'protection' | 'headset';
  readonly title: string;
  readonly icon: IconName;
  /** Null where nothing is wrong and nothing is there yet. */
  readonly tone: 'bad' | 'waiting' | 'available' | null;
  /** What it means. */
  readonly children: ComponentChildren;
}

/** A state at a glance: its shape changes when something is wrong, and a press says what. */
export function Sign({ kind, title, icon, tone, children }: SignProps) {
  const [explained, setExplained] = useState(false);
  const id = useId();
  return (
    <div class={`sign ${kind}`}>
      <IconButton
        label={title}
        icon={icon}
        {...(tone === null ? {} : { tone })}
        expands={id}
        expanded={explained}
        onPress={() => setExplained(!explained)}
        onLeave={() => setExplained(false)}
      />
      {explained && (
        <div id={id} class="explanation" role="status">
          <strong>{title}</strong>
          {children}
        </div>
      )}
    </div>
  );
}
