import { homedir } from 'node:os';
import { join } from 'node:path';
import { app, ipcMain } from 'electron';
import type { PresenceMarker } from '../../contract/presence-marker.js';
import { chooseWords } from '../../contract/words/choose-words.js';
import { readEnvironment } from '../app/environment.js';
import { openLog } from '../app/log.js';
import { recordCrashes } from '../app/record-crashes.js';
import { unpackJar } from '../guardian/cookie-jar.js';
import { createAnnouncer } from '../ipc/announce.js';
import { answerRequests } from '../ipc/answer.js';
import { isTrustedSender } from '../ipc/trusted-sender.js';
import { openLedgerFile } from '../ledger/ledger-file.js';
import { startOrigin } from '../origin/start-origin.js';
import { findLoginStart } from '../os/login-start.js';
import { createPhoneLink } from '../phone/phone-link.js';
import { createPresenceGate } from '../presence/gate.js';
import { openMarkerFile } from '../safety/marker-file.js';
import { openSettings } from '../settings/settings-keeper.js';
import { readPiped } from './read-piped.js';
import { type RescueCode, rescueCodes } from './rescue-codes.js';
import { watchRescue } from './rescue-watch.js';
import { openRescueWindow } from './rescue-window.js';
import { createStandAside } from './stand-aside.js';

/*
 * The hidden run, in start order: no window, no sound, no question, nothing but Offline for the agent whom the run before
 * left behind, and then the end.
 */
const dist = join(app.getAppPath(), 'dist');
const userData = app.getPath('userData');
const log = openLog(join(userData, 'logs'));
recordCrashes(process, log);
const marker = openMarkerFile(userData);
const left = marker.read();
log.write('rescue-start', { armed: left?.armed ?? null });

// Before the claim: who starts the phone in the moment after it is told only once.
// The phone sees what was left by the same marker and takes over.
const aside = createStandAside({
  argv: process.argv,
  words: () => app.whenReady().then(() => chooseWords(app.getLocale())),
  relaunch(args) {
    log.write('rescue-adopted');
    app.relaunch({ args: [...args] });
  },
  end: () => end(rescueCodes.adopted),
});
app.on('second-instance', (_event, _argv, _folder, given) => void aside.heard(given));
// Whoever has the profile looks after the agent.
if (!app.requestSingleInstanceLock()) end(rescueCodes.adopted);
else if (left?.armed !== true) end(rescueCodes.offline);
else await goOffline(left);

function end(code: RescueCode): void {
  log.write('rescue-end', { code });
  if (code === rescueCodes.offline && left !== null) marker.write({ ...left, armed: false, atMs: Date.now() });
  // Of a start at login there is to be one; only what may yet come right is tried again at the next.
  if (code === rescueCodes.offline || code === rescueCodes.loginExpired) forgetLoginStart();
  // Whoever stands aside ends when the caller has been told.
  if (!aside.begun() || code === rescueCodes.adopted) app.exit(code);
}

function forgetLoginStart(): void {
  if (!app.isPackaged) return;
  const place = { platform: process.platform, home: homedir(), env: process.env };
  findLoginStart(place, (what) => log.write('login-start-failed', { what })).remove();
}

async function goOffline({ agentId, atMs }: PresenceMarker): Promise<void> {
  const piped = readPiped(process.stdin);
  const environment = readEnvironment({ argv: process.argv, env: process.env, packaged: app.isPackaged });
  const switches = environment.ccpUrl === null ? {} : { ccpUrl: environment.ccpUrl };
  const settings = openSettings(userData, switches, app.isPackaged).values();
  app.dock?.hide();
  const origin = await startOrigin({
    commandLine: app.commandLine,
    origin: settings.appOrigin,
    certificateFolder: join(userData, 'origin'),
    pageFolder: join(dist, 'renderer'),
  });

  void app.whenReady().then(async () => {
    if (settings.ccpUrl === '') return end(rescueCodes.failed);
    const announcer = createAnnouncer((channel, payload) => window.send(channel, payload));
    const link = createPhoneLink(announcer, (error) => log.write('not-shown', { error: error.message }));
    const ledger = openLedgerFile(userData, settings.exitLedgerDays, Date.now());
    const gate = createPresenceGate({
      onSnapshot: link.onSnapshot,
      execute: link.execute,
      show: (view) => watch.shown(view),
      probe: async () => true,
      revive: () => undefined,
      exit: () => end(rescueCodes.failed),
      signOut: () => undefined,
      record: log.write,
      report(report) {
        if (report.outcome === 'confirmed') ledger.add({ kind: 'madeGood', atMs: report.endedAtMs, by: 'rescue' });
      },
    });
    const watch = watchRescue({
      agentId,
      onSnapshot: link.onSnapshot,
      askRecover: () => gate.askRecover(atMs),
      end,
    });
    answerRequests(
      ipcMain,
      (sender) => isTrustedSender(sender, window.id, origin.origin),
      {
        readStart: () => ({
          version: app.getVersion(),
          settings,
          settingsProblems: [],
          locale: app.getLocale(),
          signedOut: null,
          simulator: null,
          uncleanEnd: null,
          recovering: false,
          guard: 'off',
          restartsBlockedUntilMs: null,
        }),
        listen: announcer.pageListens,
        announceSnapshot: link.snapshotAnnounced,
        settleCommand: ({ commandId, failure }) => link.commandSettled(commandId, failure),
      },
      (name, { kind }) => log.write('request-refused', { name, kind }),
    );
    const window = await openRescueWindow({
      origin,
      preload: join(dist, 'preload', 'index.cjs'),
      ccpUrl: settings.ccpUrl,
      cookies: unpackJar(await piped) ?? [],
      panelLoaded: (trouble) => announcer.announce('panelLoaded', trouble),
    });
  });
}
