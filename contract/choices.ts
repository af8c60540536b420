import type { SettingName } from './settings.js';

/** The parts of the settings page that hold choices. */
export const choiceSections = ['general', 'desktop', 'links'] as const;
export type ChoiceSection = (typeof choiceSections)[number];

/**
 * The settings that are the agent's own choice, in the order of the settings page, each with the part it stands in. A
 * choice is yes or no, or one of a few names. Whatever is not here is set by IT, by a file or by a screen of its own.
 */
export const choices = {
  theme: 'general',
  startAtLogin: 'general',
  confirmLinks: 'links',
  whenClosed: 'general',
  toastOnRing: 'desktop',
  miniWindow: 'desktop',
  notifications: 'desktop',
} as const satisfies Partial<Record<SettingName, ChoiceSection>>;
export type ChoiceName = keyof typeof choices;
export const choiceNames = Object.keys(choices) as readonly ChoiceName[];
