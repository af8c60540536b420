import { type ReadonlySignal, signal } from '@preact/signals';
import type { SettingsSection } from '../../contract/words/settings-words.js';

/** Which part of the settings page is open. */
export interface SettingsPage {
  /** Null while the page is closed. */
  readonly section: ReadonlySignal<SettingsSection | null>;
  open(section: SettingsSection): void;
  close(): void;
}

/** A settings page that is closed. */
export function createSettingsPage(): SettingsPage {
  const section = signal<SettingsSection | null>(null);
  return {
    section,
    open(chosen) {
      section.value = chosen;
    },
    close() {
      section.value = null;
    },
  };
}
