/** One language for all that is tested and measured, as controls are found by their names. */
export const languageSwitch = '--lang=en-US';

/**
 * What goes into the environment with it. On Linux Electron 33 puts the switch's language into LC_ALL for a moment, and
 * out again (`ElectronBrowserMainParts::PreCreateThreads`), while its thread for Bluetooth reads the environment. A variable
 * that is new moves the whole of it: the thread crashed in `getenv`, and the app ran, showed nothing and asked for nothing
 * (seen twice in some hundred starts). One that is there already is replaced at its place.
 */
export const languageEnvironment = { LC_ALL: process.env.LC_ALL ?? process.env.LANG ?? 'C' };
