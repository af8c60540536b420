import type { ReadonlySignal } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { headStart } from '../models/head-start.js';
import { nextMenuIndex } from './menu-keys.js';

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** Of a choice: whether it is the present one. Without it the item does something. */
  readonly checked?: boolean;
  readonly mark?: ComponentChildren;
}

export interface MenuProps {
  readonly buttonDescription?: ReadonlySignal<string>;
  readonly buttonClass: string;
  /** This and the items are asked for when the menu opens. */
  readonly menuLabel: () => string;
  readonly items: () => readonly MenuItem[];
  /** As for `Button`. */
  readonly reach?: ReadonlySignal<0 | -1>;
  /** Opens the menu whenever it counts up. */
  readonly asked?: number;
  readonly onChoose: (id: string) => void;
  /** What the button shows; its accessible name comes from it. */
  readonly children: ComponentChildren;
}

/**
 * A button that opens a menu, of one choice or of things to do, by the keys of the ARIA menu button pattern.
 * Source: https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export function Menu(props: MenuProps) {
  const { buttonDescription, buttonClass, menuLabel, items, asked = 0, reach, onChoose, children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  const answered = useRef(asked);
  useLayoutEffect(() => {
    if (asked === answered.current) return;
    answered.current = asked;
    setOpen(true);
  }, [asked]);

  const close = (focusButton: boolean): void => {
    setOpen(false);
    if (focusButton) button.current?.focus();
  };

  // Before the paint, so that a key pressed right after the opening already reaches the menu.
  useLayoutEffect(() => {
    if (!open) return;
    const choices = itemsOf(root.current);
    (choices.find((choice) => choice.ariaChecked === 'true') ?? choices[0])?.focus();
    const outside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) close(false);
    };
    // The panel's frame swallows its clicks; losing the focus to it closes the menu as well.
    const left = (): void => close(false);
    window.addEventListener('blur', left);
    document.addEventListener('pointerdown', outside);
    return () => {
      window.removeEventListener('blur', left);
      document.removeEventListener('pointerdown', outside);
    };
  }, [open]);

  const onMenuKey = (event: KeyboardEvent): void => {
    const choices = itemsOf(root.current);
    const labels = choices.map((choice) => choice.textContent ?? '');
    const index = nextMenuIndex(event.key, choices.indexOf(document.activeElement as HTMLElement), labels);
    if (index !== null) {
      event.preventDefault();
      choices[index]?.focus();
    } else if (event.key === 'Escape') {
      event.stopPropagation();
      close(true);
    } else if (event.key === 'Tab') close(false);
  };

  return (
    <div class="menu-root" ref={root}>
      <button
        type="button"
        ref={button}
        class={buttonClass}
        tabIndex={reach}
        aria-description={buttonDescription}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {children}
      </button>
      {open && (
        <div class="menu" role="menu" aria-label={menuLabel()} tabIndex={-1} onKeyDown={onMenuKey}>
          <p class="caption" aria-hidden="true">
            {menuLabel()}
          </p>
          {items().map(({ id, label, checked, mark }) => (
            <button
              type="button"
              key={id}
              class="menu-item"
              {...roleOf(checked)}
              tabIndex={-1}
              onClick={() => {
                onChoose(id);
                void headStart().then(() => close(true));
              }}
            >
              {mark}
              <span>{label}</span>
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

function roleOf(checked: boolean | undefined) {
  return checked === undefined
    ? { role: 'menuitem' as const }
    : { role: 'menuitemradio' as const, 'aria-checked': checked };
}

function itemsOf(root: HTMLElement | null): HTMLElement[] {
  return [...(root?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}
