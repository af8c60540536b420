import { Button, IconButton } from './button.js';
import { useCopied } from './copied.js';

export interface CopyButtonProps {
  readonly label: string;
  readonly copiedLabel: string;
  readonly text: string;
  /** As for `Button`. */
  readonly outOfReach?: boolean;
}

/** Copies a text and says so for a moment. */
export function CopyButton({ label, copiedLabel, text, outOfReach = false }: CopyButtonProps) {
  const { copied, copy } = useCopied(text);
  return (
    <IconButton
      label={copied ? copiedLabel : label}
      icon={copied ? 'check' : 'copy'}
      outOfReach={outOfReach}
      onPress={copy}
    />
  );
}

export interface CopyTextProps extends CopyButtonProps {
  /** Plain where something else is what to do first. */
  readonly look?: 'primary' | 'plain';
}

/** The text that is copied, selectable, with the button that does it. */
export function CopyText({ label, copiedLabel, text, look = 'primary' }: CopyTextProps) {
  const { copied, copy } = useCopied(text);
  return (
    <span class="copy-text">
      <code>{text}</code>
      <Button label={copied ? copiedLabel : label} icon={copied ? 'check' : 'copy'} look={look} onPress={copy} />
    </span>
  );
}
