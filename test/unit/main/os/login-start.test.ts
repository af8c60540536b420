import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { runOnceCommand, startEntry } from '../../../../main/os/describe-login-start.js';
import { findLoginStart } from '../../../../main/os/login-start.js';

const waits = { timeout: 5_000 };
const isWindows = process.platform === 'win32';
const createHome = () => mkdtempSync(join(tmpdir(), 'login-start-'));
const command = {
  command: '/opt/Switch hook/switchhook',
  args: ['--user-data-dir=/home/a b', '--recover'],
  cwd: '/opt',
};
/** Every sign that any of the three forms gives a meaning. */
const awkward = ['%f', '100%', '$HOME', '`id`', 'a"b', 'c\\', '\\\\d\\"', "e'f", '<&>', 'grün 日本', 'line\nbreak', ''];

function open(platform: NodeJS.Platform, env: NodeJS.ProcessEnv = {}) {
  const home = createHome();
  const failures: string[] = [];
  return { home, failures, entry: findLoginStart({ platform, home, env }, (what) => failures.push(what)) };
}

describe('the autostart of a Linux desktop', () => {
  const pathIn = (config: string) => join(config, 'autostart', 'switchhook-recover.desktop');

  it('is a file that is there whole, and gone when it is removed', () => {
    const { home, failures, entry } = open('linux');
    const path = pathIn(join(home, '.config'));
    entry.write(command);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain('\nExec="/opt/Switch hook/switchhook" "--user-data-dir=/home/a b" "--recover"\n');
    expect(text).toContain('\nPath=/opt\n');
    expect(readdirSync(join(home, '.config', 'autostart'))).toEqual(['switchhook-recover.desktop']);
    entry.remove();
    entry.remove();
    expect(existsSync(path)).toBe(false);
    expect(failures).toEqual([]);
  });

  it.each([
    ['stands where the user keeps settings', true],
    ['does not follow a place that is not absolute', false],
  ])('%s', (_what, absolute) => {
    const elsewhere = createHome();
    const { home, entry } = open('linux', { XDG_CONFIG_HOME: absolute ? elsewhere : 'relative' });
    entry.write(command);
    expect(existsSync(pathIn(absolute ? elsewhere : join(home, '.config')))).toBe(true);
  });

  it('says each argument so that it is read as it was', () => {
    const { home, entry } = open('linux');
    const written = { command: '/opt/a', args: awkward, cwd: '/' };
    entry.write(written);
    expect(readExec(readFileSync(pathIn(join(home, '.config')), 'utf8'))).toEqual(['/opt/a', ...awkward]);
  });

  it.skipIf(!existsSync('/usr/bin/desktop-file-validate'))('is valid for the tool that checks such files', () => {
    const { home, entry } = open('linux');
    for (const args of [command.args, awkward.filter((each) => !each.includes('\n'))]) {
      entry.write({ ...command, args });
      const { stdout, status } = spawnSync('desktop-file-validate', [pathIn(join(home, '.config'))], {
        encoding: 'utf8',
      });
      expect({ stdout, status }).toEqual({ stdout: '', status: 0 });
    }
  });

  it.each(['write', 'remove'] as const)('says that it failed to %s, and stops nothing', (what) => {
    const { home, failures, entry } = open('linux');
    // A file stands where the folder should be, or a folder where the file should be.
    if (what === 'write') writeFileSync(join(home, '.config'), '');
    else mkdirSync(pathIn(join(home, '.config')), { recursive: true });
    if (what === 'write') entry.write(command);
    else entry.remove();
    expect(failures).toEqual([what]);
  });
});

describe('the launch agent of macOS', () => {
  it('is a file that is there whole, and gone when it is removed', () => {
    const { home, failures, entry } = open('darwin');
    const folder = join(home, 'Library', 'LaunchAgents');
    entry.write({ ...command, args: awkward });
    expect(readdirSync(folder)).toEqual(['com.switchhook.app.recover.plist']);
    const text = readFileSync(join(folder, 'com.switchhook.app.recover.plist'), 'utf8');
    expect(text).toContain('<key>RunAtLoad</key>\n  <true/>');
    const [, list = ''] = /<array>(.*)<\/array>/s.exec(text) ?? [];
    expect([...list.matchAll(/<string>(.*?)<\/string>/gs)].map(([, each = '']) => fromXml(each))).toEqual([
      command.command,
      ...awkward,
    ]);
    entry.remove();
    expect(readdirSync(folder)).toEqual([]);
    expect(failures).toEqual([]);
  });
});

describe('the RunOnce of Windows', () => {
  it('says each argument so that it is read as it was', () => {
    const args = awkward.filter((each) => each !== 'line\nbreak');
    const line = runOnceCommand({ command: 'C:\\Program Files\\Switchhook\\Switchhook.exe', args, cwd: 'C:\\' });
    expect(readWindowsLine(line ?? '')).toEqual(['C:\\Program Files\\Switchhook\\Switchhook.exe', ...args]);
  });

  it('is not written where the line is longer than Windows runs', () => {
    const { failures, entry } = open('win32');
    entry.write({ ...command, args: ['x'.repeat(260)] });
    expect(failures).toEqual(['write']);
  });

  /** Stands in for `reg.exe`: notes its arguments, one a line, and ends with a code. */
  function createTool(code: number) {
    const root = createHome();
    const folder = join(root, 'System32');
    mkdirSync(folder);
    const notes = join(root, 'notes');
    writeFileSync(
      join(folder, 'reg.exe'),
      `#!/bin/sh\nprintf '%s\\n' "$@" >${notes}.new\nmv ${notes}.new ${notes}\nexit ${code}\n`,
    );
    chmodSync(join(folder, 'reg.exe'), 0o700);
    return { root, told: () => readFileSync(notes, 'utf8').trimEnd().split('\n') };
  }
  const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\RunOnce';

  it.skipIf(isWindows)('is written and removed by the registry tool of the system, without a shell', async () => {
    const { root, told } = createTool(0);
    const { failures, entry } = open('win32', { SystemRoot: root });
    const line = '"/opt/Switch hook/switchhook" "--user-data-dir=/home/a b" "--recover"';
    entry.write(command);
    await vi.waitFor(
      () => expect(told()).toEqual(['add', key, '/v', 'SwitchhookRecover', '/t', 'REG_SZ', '/d', line, '/f']),
      waits,
    );
    entry.remove();
    await vi.waitFor(() => expect(told()).toEqual(['delete', key, '/v', 'SwitchhookRecover', '/f']), waits);
    expect(failures).toEqual([]);
  });

  it.skipIf(isWindows)('says that it failed where the tool is not there or refuses, and stops nothing', async () => {
    const missing = open('win32', { SystemRoot: createHome() });
    missing.entry.write(command);
    missing.entry.remove();
    await vi.waitFor(() => expect(missing.failures).toEqual(['write', 'remove']), waits);
    const refused = open('win32', { SystemRoot: createTool(5).root });
    refused.entry.write(command);
    await vi.waitFor(() => expect(refused.failures).toEqual(['write']), waits);
  });
});

/** Reads the command back by the rules of the Desktop Entry specification, written down here a second time. */
function readExec(text: string): readonly string[] {
  const [, value = ''] = /^Exec=(.*)$/m.exec(text) ?? [];
  const escapes: Readonly<Record<string, string>> = { s: ' ', n: '\n', t: '\t', r: '\r', '\\': '\\' };
  const line = value.replace(/\\(.)/g, (_all, sign: string) => escapes[sign] ?? '?');
  return [...line.matchAll(/"((?:\\.|[^"\\])*)"/gs)].map(([, quoted = '']) =>
    quoted.replace(/\\(.)/gs, '$1').replaceAll('%%', '%'),
  );
}

const fromXml = (text: string): string => text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');

/** Reads a command line as the C runtime of Windows does. */
function readWindowsLine(line: string): readonly string[] {
  const found: string[] = [];
  let current = '';
  let quoted = false;
  let open = false;
  for (const [, slashes = '', quote = '', sign = ''] of line.matchAll(/(\\*)(?:(")|([^\\"]|$))/gs)) {
    if (quote !== '') {
      current += '\\'.repeat(Math.floor(slashes.length / 2));
      open = true;
      if (slashes.length % 2 === 1) current += '"';
      else quoted = !quoted;
    } else {
      current += slashes;
      if (sign === ' ' && !quoted) {
        found.push(current);
        current = '';
        open = false;
      } else current += sign;
    }
  }
  return open ? [...found, current] : found;
}

describe('the start of the phone at login', () => {
  it.each([
    ['linux', '.config/autostart/switchhook.desktop', 'Comment=Starts the phone'],
    ['darwin', 'Library/LaunchAgents/com.switchhook.app.plist', '<string>com.switchhook.app</string>'],
  ] as const)('stands beside the one that recovers on %s, and neither takes the other away', (platform, path, said) => {
    const home = createHome();
    const failed = (): void => undefined;
    const recover = findLoginStart({ platform, home, env: {} }, failed);
    const phone = findLoginStart({ platform, home, env: {} }, failed, startEntry);
    recover.write(command);
    phone.write({ ...command, args: [] });
    expect(readFileSync(join(home, path), 'utf8')).toContain(said);
    recover.remove();
    expect(existsSync(join(home, path))).toBe(true);
    phone.remove();
    expect(existsSync(join(home, path))).toBe(false);
  });
});
