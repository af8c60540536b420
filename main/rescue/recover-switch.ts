/** On the command line of a rescue run. */
export const recoverSwitch = '--recover';
