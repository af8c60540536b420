import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { CommandFailure } from '../../contract/command.js';
import { inPortions, keypadKeys, readDigits } from '../models/keypad-input.js';
import type { Phone } from '../phone/phone.js';
import { Button } from '../ui/button.js';
import { reveal } from '../ui/reveal.js';
import { useScreen } from './screen-context.js';

export interface KeypadProps {
  readonly contactId: string;
  readonly onClose: () => void;
}

/** As much of what was sent is shown; it is kept nowhere else. */
const shownDigits = 24;

/** Sends digits by pressing, typing or pasting them. */
export function Keypad({ contactId, onClose }: KeypadProps) {
  const { phone, words } = useScreen();
  const { keypad } = words.call;
  const field = useRef<HTMLInputElement>(null);
  const [sent, setSent] = useState('');
  const [refused, setRefused] = useState(false);
  // One after the other: digits that overtake each other are another number.
  const last = useRef<Promise<CommandFailure | null>>(Promise.resolve(null));
  useLayoutEffect(() => reveal(field.current), []);

  const send = (text: string): void => {
    const digits = readDigits(text);
    setRefused(digits === null);
    if (digits === null) return;
    setSent((before) => (before + digits).slice(-shownDigits));
    last.current = last.current.then(() => sendInOrder(phone, contactId, digits));
  };

  return (
    <section
      class="tool keypad"
      aria-label={keypad.open}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <input
        ref={field}
        type="text"
        class="digits"
        autocomplete="off"
        inputMode="none"
        aria-label={keypad.label}
        aria-invalid={refused}
        value={sent}
        onBeforeInput={(event) => {
          // What the field shows is what was sent, so nothing is typed into it or taken out of it.
          event.preventDefault();
          const text = event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
          if (text !== '') send(text);
        }}
        onPaste={(event) => {
          event.preventDefault();
          send(event.clipboardData?.getData('text/plain') ?? '');
        }}
      />
      {refused && (
        <p class="invalid" role="alert">
          {keypad.refused}
        </p>
      )}
      <div class="keys">
        {keypadKeys.map(([digit, letters]) => (
          <button
            type="button"
            key={digit}
            class="key"
            data-letters={letters}
            aria-label={digit === '*' || digit === '#' ? keypad.key[digit] : digit}
            onClick={() => send(digit)}
          >
            {digit}
          </button>
        ))}
      </div>
      <Button label={keypad.close} look="quiet" onPress={onClose} />
    </section>
  );
}

/** Stops at the first portion that fails: what comes after a gap is another number. */
async function sendInOrder(phone: Phone, contactId: string, digits: string): Promise<CommandFailure | null> {
  for (const portion of inPortions(digits)) {
    const failure = await phone.execute({ kind: 'sendDigits', contactId, digits: portion });
    if (failure !== null) return failure;
  }
  return null;
}
