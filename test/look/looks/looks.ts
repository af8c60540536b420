import { conferenceLooks } from './conference-looks.js';
import { contactLooks } from './contact-looks.js';
import { errandLooks } from './errand-looks.js';
import { exitLooks } from './exit-looks.js';
import { headsetLooks } from './headset-looks.js';
import { hotkeyLooks } from './hotkey-looks.js';
import { idleLooks } from './idle-looks.js';
import type { Looks } from './look.js';
import { questionLooks } from './question-looks.js';
import { stripLooks } from './strip-looks.js';
import { toastLooks } from './toast-looks.js';
import { troubleLooks } from './trouble-looks.js';

/** Every state worth a picture, by name. */
export const looks: Looks = {
  ...idleLooks,
  ...contactLooks,
  ...conferenceLooks,
  ...stripLooks,
  ...questionLooks,
  ...troubleLooks,
  ...exitLooks,
  ...headsetLooks,
  ...hotkeyLooks,
  ...errandLooks,
  ...toastLooks,
};
