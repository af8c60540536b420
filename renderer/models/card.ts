import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { type AvailableActions, isAvailable } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { awaitedActions } from './awaited-contact.js';
import type { ShownContact } from './shown-contact.js';

/** What opens in the card to give a command the rest of what it needs. */
export type CardTool = 'addParty' | 'sendDigits';

/** What the parts of one card read, each as little as it shows. */
export interface Card {
  readonly contact: ReadonlySignal<Contact>;
  /** Nobody is there yet: it is drawn ahead, out of sight and out of reach. */
  readonly awaited: ReadonlySignal<boolean>;
  /** `tabIndex` of its controls. */
  readonly reach: ReadonlySignal<0 | -1>;
  /** What can be done now; with the awaited contact what can be done with one that rings. */
  readonly actions: ReadonlySignal<AvailableActions>;
  /** The open tool. */
  readonly tool: ReadonlySignal<CardTool | null>;
  /** Opens a tool, or closes the one that is open. */
  pressTool(tool: CardTool): void;
  closeTool(): void;
}

/** The card that is shown now. It stays with its contact: what comes after that one is another card's. */
export function createCard(shown: ReadonlySignal<ShownContact>, available: ReadonlySignal<AvailableActions>): Card {
  let last = shown.peek();
  const own = computed(() => {
    if (shown.value.key === last.key) last = shown.value;
    return last;
  });
  const contact = computed(() => own.value.contact);
  const awaited = computed(() => own.value.awaited);
  const actions = computed(() => (awaited.value ? awaitedActions : available.value));
  const wanted = signal<CardTool | null>(null);
  // What a tool is for may be over before the agent closes it.
  const tool = computed(() => {
    const { contactId } = contact.value;
    return wanted.value !== null && isAvailable(actions.value, wanted.value, contactId) ? wanted.value : null;
  });
  return {
    contact,
    awaited,
    reach: computed(() => (awaited.value ? -1 : 0)),
    actions,
    tool,
    pressTool(pressed) {
      wanted.value = pressed === tool.peek() ? null : pressed;
    },
    closeTool() {
      wanted.value = null;
    },
  };
}
