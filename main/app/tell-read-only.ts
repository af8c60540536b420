import { dialog } from 'electron';
import { chooseWords } from '../../contract/words/choose-words.js';

/**
 * Tells that the profile cannot be written to, before anything has started. It waits for the agent, which nothing else in the
 * app may: here there is nobody yet who could be left in a status.
 */
export function tellReadOnly(folder: string): void {
  // Electron knows its language only when it is ready, which this process never is.
  const { appName, readOnlyProfile } = chooseWords(Intl.DateTimeFormat().resolvedOptions().locale);
  dialog.showErrorBox(appName, readOnlyProfile(folder));
}
