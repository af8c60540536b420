import { dialog } from 'electron';
import { chooseWords } from '../../contract/words/choose-words.js';

/** Tells that the profile cannot be written to, before a process ends that never gets ready. */
export function tellReadOnly(folder: string): void {
  // Electron knows its language only when it is ready.
  const { appName, readOnlyProfile } = chooseWords(Intl.DateTimeFormat().resolvedOptions().locale);
  dialog.showErrorBox(appName, readOnlyProfile(folder));
}
