import { Button, IconButton, type IconButtonProps } from './button.js';
import { useCopied } from './copied.js';

export interface CopyButtonProps {
  readonly label: string;
  readonly copiedLabel: string;
  /** As it is, or as it is by the time it is copied. */
  readonly text: string | (() => string);
  readonly reach?: IconButtonProps['reach'];
}

/** Copies a text and says so for a moment. */
export function CopyButton({ label, copiedLabel, text, reach }: CopyButtonProps) {
  const { copied, copy } = useCopied(text);
  return (
    <IconButton
      label={copied ? copiedLabel : label}
      icon={copied ? 'check' : 'copy'}
      {...(reach && { reach })}
      onPress={copy}
    />
  );
}

export interface CopyTextProps extends Omit<CopyButtonProps, 'reach'> {
  readonly text: string;
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
