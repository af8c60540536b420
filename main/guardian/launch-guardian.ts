import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** A guardian that runs. */
export interface GuardianProcess {
  /** Hands bytes on at once as far as its pipe takes them; a guardian that is gone takes none and says so by its end. */
  write(bytes: Uint8Array | string): void;
  /** Called once, when it has ended or could not start. */
  onEnd(listener: () => void): void;
}

export interface GuardianLauncher {
  /** False where there is no executable to start, so that no try can help. */
  isThere(): boolean;
  launch(): GuardianProcess;
}

/** Where an app keeps its parts. */
export interface AppPlaces {
  readonly packaged: boolean;
  /** `process.resourcesPath` */
  readonly resources: string;
  /** The folder of the build. */
  readonly dist: string;
}

/** Where the guardian's executable is: outside the archive of a packaged app, as nothing in an archive can be started. */
export function findGuardian({ packaged, resources, dist }: AppPlaces, platform = process.platform): string {
  return join(packaged ? resources : dist, 'guardian', `switchhook-guardian${platform === 'win32' ? '.exe' : ''}`);
}

/** What would change what the guardian is: code that Node loads, and Electron as a plain Node when it starts the app. */
const unwantedVariables: readonly string[] = ['NODE_OPTIONS', 'NODE_V8_COVERAGE', 'ELECTRON_RUN_AS_NODE'];

/** Starts the guardian's executable in a group of its own, with nothing secret in its arguments or its environment. */
export function createGuardianLauncher(executable: string, logFolder: string): GuardianLauncher {
  return {
    isThere: () => existsSync(executable),
    launch() {
      const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !unwantedVariables.includes(name)));
      const child = spawn(executable, [logFolder], {
        // Not in a folder that an update or an unmount could want.
        cwd: homedir(),
        env,
        detached: true,
        stdio: ['pipe', 'ignore', 'ignore'],
        windowsHide: true,
      });
      // Neither holds the app.
      child.unref();
      child.stdin.on('error', () => undefined);
      let ended = false;
      const listeners: (() => void)[] = [];
      const end = (): void => {
        if (ended) return;
        ended = true;
        for (const listener of listeners) listener();
      };
      child.once('error', end);
      child.once('exit', end);
      return {
        write: (bytes) => void (child.stdin.writable && child.stdin.write(bytes)),
        onEnd: (listener) => void listeners.push(listener),
      };
    },
  };
}
