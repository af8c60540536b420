import { computed, type ReadonlySignal, signal } from '@preact/signals';

/** Whether the panel is seen. Its frame stays loaded either way. */
export interface PanelView {
  readonly shown: ReadonlySignal<boolean>;
  /** Panel and contact take turns, as there is no room for both. */
  readonly narrow: ReadonlySignal<boolean>;
  toggle(): void;
  /** Brings the panel into sight. */
  showPanel(): void;
  /** Brings the contact into sight where the panel covers it. */
  showContact(): void;
}

const narrowQuery = '(max-width: 719px)';

/** The panel is seen where there is room for it, until the agent chooses. */
export function createPanelView(): PanelView {
  const media = window.matchMedia(narrowQuery);
  const narrow = signal(media.matches);
  const chosen = signal<boolean | null>(null);
  media.addEventListener('change', () => {
    narrow.value = media.matches;
    chosen.value = null;
  });
  const shown = computed(() => chosen.value ?? !narrow.value);
  return {
    shown,
    narrow,
    toggle() {
      chosen.value = !shown.value;
    },
    showPanel() {
      chosen.value = true;
    },
    showContact() {
      if (narrow.value) chosen.value = false;
    },
  };
}
