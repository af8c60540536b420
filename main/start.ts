import { app } from 'electron';
import { recoverSwitch } from './rescue/recover-switch.js';
import { boundPageHeaps } from './windows/bound-page-heaps.js';

/* Two ways to run: the phone, and the hidden run that only sets an agent Offline whom a run before left behind. */
boundPageHeaps(app.commandLine);
if (process.argv.includes(recoverSwitch)) await import('./rescue/run-rescue.js');
else await import('./index.js');
