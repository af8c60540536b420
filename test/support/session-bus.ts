import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A session bus of its own, with nothing on it but what a test puts there. */
export interface SessionBus {
  /** What `DBUS_SESSION_BUS_ADDRESS` must say. */
  readonly address: string;
  stop(): Promise<void>;
}

const daemon = '/usr/bin/dbus-daemon';
const setpriv = '/usr/bin/setpriv';

/** Whether this machine can have one; a set-up without a display installs what it takes. */
export const hasSessionBus = existsSync(daemon) && existsSync(setpriv);

/** No folder of services is named, so nobody is started because somebody calls. */
const config = (
  folder: string,
): string => `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:dir=${folder}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`;

/** Starts one. It ends with this process, even when this process is killed. */
export async function startSessionBus(): Promise<SessionBus> {
  const folder = mkdtempSync(join(tmpdir(), 'session-bus-'));
  const file = join(folder, 'bus.conf');
  writeFileSync(file, config(folder));
  const child = spawn(
    setpriv,
    ['--pdeathsig', 'TERM', daemon, `--config-file=${file}`, '--nofork', '--nopidfile', '--print-address=1'],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let complaints = '';
  child.stderr.on('data', (chunk) => {
    complaints += chunk;
  });
  const ended = once(child, 'exit');
  const lines = createInterface({ input: child.stdout });
  const [address] = (await Promise.race([
    once(lines, 'line'),
    ended.then(([code]) => Promise.reject(new Error(`The session bus ended with ${code}: ${complaints}`))),
  ])) as [string];
  return {
    address,
    async stop() {
      child.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
