import type { GuardianRelaunch } from '../../contract/guardian-message.js';

/** Who it is, as the list of what starts at login says. */
const name = 'Switchhook';

/** One thing that starts at login, by its name on each system. */
export interface LoginEntry {
  readonly purpose: string;
  /** Of macOS, without its ending. */
  readonly launchAgent: string;
  /** Of Linux. */
  readonly autostart: string;
  /** Of Windows: a key below the user's `CurrentVersion`, and the name of the value in it. */
  readonly runKey: 'Run' | 'RunOnce';
  readonly runName: string;
}

/** A hidden run, once, that only sets an agent Offline. */
export const recoverEntry: LoginEntry = {
  purpose: 'Sets an agent Offline who was left behind',
  launchAgent: 'com.switchhook.app.recover',
  autostart: 'switchhook-recover.desktop',
  runKey: 'RunOnce',
  runName: 'SwitchhookRecover',
};

/** The app itself, at each login, when the agent chose so. */
export const startEntry: LoginEntry = {
  purpose: 'Starts the phone',
  launchAgent: 'com.switchhook.app',
  autostart: 'switchhook.desktop',
  runKey: 'Run',
  runName: 'Switchhook',
};

/**
 * An entry of the autostart folder of a Linux desktop.
 * Source: https://specifications.freedesktop.org/autostart-spec/latest/
 */
export function describeAutostart({ command, args, cwd }: GuardianRelaunch, { purpose }: LoginEntry): string {
  const lines = [
    '[Desktop Entry]',
    'Type=Application',
    'Version=1.0',
    `Name=${name}`,
    `Comment=${purpose}`,
    `Exec=${entryString([command, ...args].map(execArgument).join(' '))}`,
    `Path=${entryString(cwd)}`,
    'Terminal=false',
    'NoDisplay=true',
  ];
  return `${lines.join('\n')}\n`;
}

/**
 * Every argument is quoted, as most of what a path may hold must be; a percent sign would begin a field code.
 * Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/exec-variables.html
 */
const execArgument = (argument: string): string => `"${argument.replace(/["`$\\]/g, '\\$&').replaceAll('%', '%%')}"`;

/** Source: https://specifications.freedesktop.org/desktop-entry-spec/latest/value-types.html */
const entryString = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');

/**
 * A launch agent that runs when the user logs in. It is not loaded when it is written.
 * Source: https://developer.apple.com/library/archive/documentation/MacOSX/Conceptual/BPSystemStartup/Chapters/CreatingLaunchdJobs.html
 */
export function describeLaunchAgent({ command, args, cwd }: GuardianRelaunch, { launchAgent }: LoginEntry): string {
  const string = (text: string): string => `<string>${xmlText(text)}</string>`;
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
  <key>Label</key>
  ${string(launchAgent)}
  <key>ProgramArguments</key>
  <array>
${[command, ...args].map((argument) => `    ${string(argument)}`).join('\n')}
  </array>
  <key>WorkingDirectory</key>
  ${string(cwd)}
  <key>RunAtLoad</key>
  <true/>
</dict>
</plist>
`;
}

const xmlText = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Longer ones are not run. Source: https://learn.microsoft.com/en-us/windows/win32/setupapi/run-and-runonce-registry-keys */
const runOnceLimit = 260;

/** The command line for Windows' registry; null where it is longer than Windows runs. */
export function runOnceCommand({ command, args }: GuardianRelaunch): string | null {
  const line = [command, ...args].map(windowsArgument).join(' ');
  return line.length > runOnceLimit ? null : line;
}

/**
 * Backslashes count only before a quotation mark.
 * Source: https://learn.microsoft.com/en-us/cpp/cpp/main-function-command-line-args#parsing-c-command-line-arguments
 */
const windowsArgument = (argument: string): string =>
  `"${argument.replace(/(\\*)"/g, '$1$1\\"').replace(/\\+$/, '$&$&')}"`;
