import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeCertificate } from '../../main/origin/make-certificate.js';
import { type HookServer, startHookServer } from '../../simulator/hook/hook-server.js';
import type { Pace } from '../../simulator/hook/paced-queue.js';
import { setOfflineBy } from '../../simulator/hook/set-offline.js';
import { instance } from '../../simulator/instance.js';
import type { Simulator } from '../../simulator/simulator.js';
import { test as base, expect } from './phone-test.js';
import { searchFolder } from './secrets.js';

/** Where a test puts the token; nowhere else may it be. */
const tokenFileName = 'hook-token';
/** The agent's token as IT gave it out. */
export const hookToken = 'hook-T0KEN-of-ada';
/** Whom it is for: who sits at the simulator's desk. */
export const hookAgentId = instance.agentArn;

/** A hook that sets the simulator's agent Offline; the tokens may be changed while it runs. */
export async function startHookOn(
  simulator: Pick<Simulator, 'control'>,
  options: { readonly pace?: Pace; readonly tls?: { readonly cert: string; readonly key: string } } = {},
): Promise<{ readonly hook: HookServer; readonly tokens: Map<string, string> }> {
  const tokens = new Map([[hookToken, hookAgentId]]);
  const hook = await startHookServer({ ...options, tokens, setOffline: () => setOfflineBy(simulator.control) });
  return { hook, tokens };
}

/** Writes a token file into a folder of its own beside a profile's files, and returns the settings that lead to it. */
export function hookSettings(
  hook: Pick<HookServer, 'url'>,
  folder: string,
): { hookUrl: string; hookTokenFile: string } {
  const hookTokenFile = join(mkdtempSync(join(folder, 'hook-')), tokenFileName);
  writeFileSync(hookTokenFile, `${hookToken}\n`, { mode: 0o600 });
  return { hookUrl: hook.url, hookTokenFile };
}

export interface HookOptions {
  /** The hook is asked by https, with a certificate that nobody knows. */
  readonly hookTls: boolean;
}

export interface HookFixtures {
  readonly hook: HookServer;
  readonly hookTokens: Map<string, string>;
}

/** Tests of the app with the reference hook at its simulator; what `settingsFile` says besides still counts. */
export const test = base.extend<
  HookOptions & HookFixtures & { readonly hookRun: Awaited<ReturnType<typeof startHookOn>> }
>({
  hookTls: [false, { option: true }],
  hookRun: async ({ simulator, hookTls }, use, testInfo) => {
    const tls = hookTls ? await makeCertificate('localhost', Date.now()) : undefined;
    const run = await startHookOn(simulator, tls && { tls });
    await use(run);
    if (testInfo.status !== testInfo.expectedStatus) {
      mkdirSync(testInfo.outputDir, { recursive: true });
      writeFileSync(testInfo.outputPath('hook-requests.json'), JSON.stringify(run.hook.requests, null, 1));
      writeFileSync(testInfo.outputPath('hook-deeds.json'), JSON.stringify(run.hook.deeds, null, 1));
    }
    await run.hook.stop();
  },
  hook: async ({ hookRun }, use) => use(hookRun.hook),
  hookTokens: async ({ hookRun }, use) => use(hookRun.tokens),
  profile: async ({ profile, hook }, use) => {
    const file = join(profile, 'settings.json');
    const own: unknown = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {};
    writeFileSync(file, JSON.stringify({ ...(own as object), ...hookSettings(hook, profile) }));
    await use(profile);
    const inFiles = searchFolder(profile, (text) => (text.includes(hookToken) ? ['token of the hook'] : []));
    expect(inFiles.filter((found) => !found.includes(tokenFileName))).toEqual([]);
  },
});
