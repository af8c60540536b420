import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import { availableActions } from '../../contract/actions.js';
import type { Contact } from '../../contract/contact.js';
import { isRinging } from '../../contract/contact-state.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Words } from '../../contract/words/words.js';
import type { Phone } from '../phone/phone.js';
import { describeChange } from './describe-change.js';
import { createDialInput } from './dial-input.js';
import { chooseContact, type Focus, followContacts, noFocus } from './focused-contact.js';
import { createPanelView } from './panel-view.js';
import { createSettingsPage } from './settings-page.js';
import { loadTelephoneNumbersSoon } from './telephone-numbers.js';
import { windowTitle } from './window-title.js';

export interface WindowModelDeps {
  readonly phone: Phone;
  readonly words: Words;
  /** What somebody outside of the window wishes to call; null while nobody does. */
  readonly dialAsked: ReadonlySignal<{ readonly text: string } | null>;
}

/** What the window derives from the snapshot, each once a snapshot. */
export function createWindowModels({ phone, words, dialAsked }: WindowModelDeps) {
  const focus = signal(noFocus);
  const agent = computed(() => phone.snapshot.value.agent);
  const contacts = computed(() => phone.snapshot.value.contacts);
  const muted = computed(() => phone.snapshot.value.muted);
  const panelView = createPanelView();
  const announcement = signal('');
  const addressOpen = signal(false);
  const exitsOpen = signal(false);
  const settingsPage = createSettingsPage();
  const dialInput = createDialInput();
  effect(() => {
    if (dialAsked.value === null) return;
    dialInput.fill(dialAsked.value.text);
    panelView.showContact();
  });
  let before = phone.snapshot.value;
  let shownTitle: string | null = null;
  effect(() => {
    const after = phone.snapshot.value;
    if (after.contacts.some((contact) => isNewRing(contact, before))) {
      // Nothing may stand before the button that answers.
      exitsOpen.value = false;
      settingsPage.close();
      if (!isTyping()) panelView.showContact();
    }
    if (after.agent !== null && before.agent === null) loadTelephoneNumbersSoon();
    focus.value = followContacts(followPanel(focus.peek(), before, after), after.contacts);
    announcement.value = describeChange(before, after, words) ?? announcement.peek();
    const title = windowTitle(after, words);
    // The desktop hears of each title that is set, also of one that stays.
    if (title !== shownTitle) document.title = title;
    shownTitle = title;
    before = after;
  });
  return {
    focus,
    announcement,
    actions: computed(() => availableActions({ agent: agent.value, contacts: contacts.value, muted: muted.value })),
    panelView,
    dialInput,
    addressOpen,
    openAddress() {
      addressOpen.value = true;
      panelView.showContact();
    },
    leaveAddress() {
      addressOpen.value = false;
    },
    settingsPage,
    exitsOpen,
    openExits() {
      exitsOpen.value = true;
    },
    closeExits() {
      exitsOpen.value = false;
    },
    show(contactId: string) {
      focus.value = chooseContact(focus.value, contactId);
      void phone.execute({ kind: 'view', contactId });
    },
  };
}

/** The contact that the panel has turned to is what the agent looks at. */
function followPanel(focus: Focus, before: PhoneSnapshot, { viewedContactId, contacts }: PhoneSnapshot): Focus {
  const turned = viewedContactId !== null && viewedContactId !== before.viewedContactId;
  const isThere = turned && contacts.some(({ contactId }) => contactId === viewedContactId);
  return isThere ? chooseContact(focus, viewedContactId) : focus;
}

function isNewRing(contact: Contact, before: PhoneSnapshot): boolean {
  return isRinging(contact) && !before.contacts.some((other) => other.contactId === contact.contactId);
}

/** Whether the keyboard is in a field or in the panel, which must not be taken from under the agent's fingers. */
function isTyping(): boolean {
  return document.activeElement?.matches('input, textarea, iframe') === true;
}
