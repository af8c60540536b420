import type { ReadonlySignal } from '@preact/signals';
import { Icon, type IconName } from './icon.js';

export interface ButtonProps {
  readonly label: string;
  readonly onPress: () => void;
  readonly icon?: IconName;
  /** How much weight it has among its neighbours. */
  readonly look?: 'plain' | 'primary' | 'answer' | 'danger' | 'risky' | 'pressed' | 'quiet';
  /** Fits the strip rather than a card. */
  readonly compact?: boolean;
  /** The other label this place may have, so that the place keeps its width and nothing moves under the pointer. */
  readonly reserve?: string | undefined;
  /** Its command is on its way: it stays where it is and does nothing. */
  readonly busy?: boolean;
  /** Its `tabIndex`, where the keyboard passes it by as long as it is drawn ahead of what it is for. */
  readonly reach?: ReadonlySignal<0 | -1>;
  /** Name of what it opens in its neighbourhood, and whether that is open. */
  readonly opens?: string;
  readonly opened?: boolean;
  readonly type?: 'button' | 'submit';
}

/** A button with text; its accessible name is exactly its label. */
export function Button(props: ButtonProps) {
  const {
    label,
    onPress,
    icon,
    look = 'plain',
    compact = false,
    reserve,
    busy = false,
    reach,
    type = 'button',
    opens,
    opened,
  } = props;
  return (
    <button
      type={type}
      tabIndex={reach}
      class={`button ${look} ${compact ? 'compact' : ''}`}
      data-reserve={reserve}
      data-opens={opens}
      aria-expanded={opened}
      aria-busy={busy}
      aria-disabled={busy}
      onClick={busy ? undefined : onPress}
    >
      <span class="face">
        {icon && <Icon name={icon} />}
        <span>{label}</span>
      </span>
    </button>
  );
}

export interface IconButtonProps {
  readonly label: string;
  readonly icon: IconName;
  readonly onPress: () => void;
  readonly tone?: 'bad' | 'waiting' | 'available';
  /** Its command is on its way: it stays where it is and does nothing. */
  readonly busy?: boolean;
  /** As for `Button`. */
  readonly reach?: ReadonlySignal<0 | -1>;
  /** Id of what it opens, for a button that opens something. */
  readonly expands?: string;
  readonly expanded?: boolean;
  /** The agent turned to something else, or pressed Escape. */
  readonly onLeave?: () => void;
}

/** A button that shows an icon only; the label is its name and its tooltip. */
export function IconButton(props: IconButtonProps) {
  const { label, icon, onPress, tone, busy = false, reach, expands, expanded, onLeave } = props;
  return (
    <button
      type="button"
      tabIndex={reach}
      class={`icon-button ${tone ? `tone-${tone}` : ''}`}
      aria-label={label}
      aria-expanded={expanded}
      aria-controls={expanded ? expands : undefined}
      aria-disabled={busy ? true : undefined}
      title={label}
      onClick={busy ? undefined : onPress}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave?.();
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
