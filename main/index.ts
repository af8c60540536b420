import { join } from 'node:path';
import { app, ipcMain, Menu, nativeTheme, powerMonitor, screen, session as sessions, shell } from 'electron';
import { isLive } from '../contract/contact-state.js';
import type { PanelRefusal } from '../contract/panel-refusal.js';
import { chooseWords } from '../contract/words/choose-words.js';
import { readEnvironment } from './app/environment.js';
import { openLog } from './app/log.js';
import { recordCrashes } from './app/record-crashes.js';
import { settleHeap } from './app/settle-heap.js';
import { tellReadOnly } from './app/tell-read-only.js';
import { claimErrands } from './errands/errand-inbox.js';
import { findGuardian } from './guardian/launch-guardian.js';
import { installHeadset } from './headset/install-headset.js';
import { readHookSettings } from './hook/hook-access.js';
import { createAnnouncer } from './ipc/announce.js';
import { answerRequests } from './ipc/answer.js';
import { createToastAnswers } from './ipc/answer-toast.js';
import { createHandlers } from './ipc/handlers.js';
import { readStartInfo } from './ipc/start-info.js';
import { openExitLedger } from './ledger/exit-ledger.js';
import { openLastSignFile } from './ledger/last-sign-file.js';
import { openLedgerFile } from './ledger/ledger-file.js';
import { startOrigin } from './origin/start-origin.js';
import { createAgentMemory } from './phone/agent-memory.js';
import { logPhone } from './phone/log-phone.js';
import { createPhoneLink } from './phone/phone-link.js';
import { joinWords } from './presence/exit-after.js';
import { guardWindowExits } from './presence/exits.js';
import { openPresence } from './presence/open-presence.js';
import { guardSessionEnd } from './presence/session-end.js';
import { readLeftBehind } from './safety/left-behind.js';
import { openSafety } from './safety/open-safety.js';
import { openSettings } from './settings/settings-keeper.js';
import { installDesk } from './shell/install-desk.js';
import { installDesktopEntries } from './shell/install-desktop-entries.js';
import { installTextWork } from './shell/install-text-work.js';
import { createLogOutHold } from './sign-in/hold-log-out.js';
import { signInHosts } from './sign-in/judge-address.js';
import { openSignIn } from './sign-in/open-sign-in.js';
import { openSimulatorTrial } from './trial/open-simulator-trial.js';
import { partitionOf } from './windows/instance-partition.js';
import { createPhoneWindow } from './windows/phone-window.js';
import { openWindowPlace } from './windows/window-place.js';

/*
 * A table of contents, in start order. What must precede readiness comes first: Chromium reads its switches then. The
 * gate and the answers come before the window, so that there is no window whose exit or whose question is unguarded.
 */
const dist = join(app.getAppPath(), 'dist');
const userData = app.getPath('userData');
const openErrands = await claimErrands(app, process, { folder: userData, tellReadOnly });
const logFolder = join(userData, 'logs');
const log = openLog(logFolder);
recordCrashes(process, log);
log.write('start', {
  version: app.getVersion(),
  electron: process.versions.electron ?? null,
  system: process.platform,
});
const environment = readEnvironment({ argv: process.argv, env: process.env, packaged: app.isPackaged });
if (environment.refusal !== null) process.stderr.write(`${environment.refusal}\n`);
const settings = openSettings(
  userData,
  environment.ccpUrl === null ? {} : { ccpUrl: environment.ccpUrl },
  app.isPackaged,
);
for (const { kind, name } of settings.problems()) log.write('settings-problem', { kind, name });
const origin = await startOrigin({
  commandLine: app.commandLine,
  origin: settings.values().appOrigin,
  certificateFolder: join(userData, 'origin'),
  pageFolder: join(dist, 'renderer'),
});

// Pages ask for the scheme by a media query, the panel's as well as ours.
nativeTheme.themeSource = settings.values().theme;
// Electron builds a menu of its own where none is set until then; ours comes with the window.
Menu.setApplicationMenu(null);

void app.whenReady().then(() => {
  const words = chooseWords(app.getLocale());
  const announcer = createAnnouncer((channel, payload) => phoneWindow.send(channel, payload));
  settings.onChange((changed) => {
    nativeTheme.themeSource = changed.theme;
    announcer.announce('settingsChanged', { settings: changed, problems: settings.problems() });
  });
  const link = createPhoneLink(announcer, (error) => log.write('not-shown', { error: error.message }));
  logPhone(log, link.onSnapshot);
  settleHeap(link);
  const leftBehind = readLeftBehind(userData, logFolder);
  const exits = openExitLedger({
    file: openLedgerFile(userData, settings.values().exitLedgerDays, Date.now()),
    lastSignFile: openLastSignFile(userData),
    onSnapshot: link.onShown,
    now: Date.now,
    madeGoodAtMs: leftBehind.madeGoodAtMs,
    notWritten: () => log.write('exit-not-noted'),
  });
  const { gate, recovery } = openPresence({
    app,
    power: powerMonitor,
    log,
    link,
    announcer,
    words,
    offlineOnSuspend: () => settings.values().offlineOnSuspend,
    signOut: () => void phoneWindow.signOut(),
    answerWanted: () => desk.answerWanted(),
    report(report) {
      exits.left(report);
      safety.left(report);
    },
    lastWords: () => joinWords(safety.said(), headset.darken()),
  });
  const safety = openSafety({
    leftBehind,
    logFolder,
    log,
    link,
    gate,
    announcer,
    system: {
      power: powerMonitor,
      offlineOnSuspend: settings.values().offlineOnSuspend,
      recoverAtLogin: settings.values().recoverAtLogin,
    },
    ccpUrl: () => settings.values().ccpUrl,
    guardian: {
      wanted: settings.values().guardian,
      executable: findGuardian({ packaged: app.isPackaged, resources: process.resourcesPath, dist }),
      startedWith: { execPath: process.execPath, argv: process.argv, packaged: app.isPackaged },
      cookiesOf: (ccpUrl) => sessions.fromPartition(partitionOf(new URL(ccpUrl).origin)).cookies,
      hostsOf: (ccpUrl) => signInHosts(signIn.placesOf(ccpUrl)),
    },
    hook: readHookSettings(settings.values()),
  });
  const memory = createAgentMemory(link, gate);
  const refused = (refusal: PanelRefusal): void => void announcer.announce('panelRefused', refusal);
  const bringForward = (): void => phoneWindow.focus();
  const openInBrowser = (address: string): void => void shell.openExternal(address);
  const signIn = openSignIn({
    settings,
    announcer,
    words,
    mayBeLocal: !app.isPackaged,
    openInBrowser,
    refused,
    bringForward,
  });
  const textWork = installTextWork({
    settings: settings.values,
    openInBrowser,
    tell: (news) => announcer.announce('downloaded', news),
  });
  const headset = installHeadset({ pageOrigin: origin.origin, announcer, link, settings });
  const desk = installDesk({
    settings,
    words,
    log,
    link,
    announcer,
    gate,
    origin,
    answerToast: createToastAnswers(ipcMain, log),
    dist,
    bringForward,
  });
  const phoneWindow = createPhoneWindow({
    origin,
    preload: join(dist, 'preload', 'index.cjs'),
    dark: nativeTheme.shouldUseDarkColors,
    place: openWindowPlace(userData, () => screen.getAllDisplays()),
    log,
    signIn: signIn.windows,
    placesOf: signIn.placesOf,
    opened(window) {
      guardWindowExits(window, gate, () => desk.closeAsked(window));
      guardSessionEnd(window, gate);
      recovery.watch(window);
      textWork.windowOpened(window);
      headset.windowOpened(window);
      desk.windowOpened(window);
    },
    agentKnown: () => link.snapshot().agent !== null,
    holds: gate.holds,
    onContact: () => link.snapshot().contacts.some(isLive),
    holdsLogOut: createLogOutHold(gate, refused),
    refused,
    agentLeft() {
      memory.agentLeft();
      exits.agentLeft();
      errands.forget();
      desk.agentLeft();
    },
    pageLeft() {
      announcer.pageLeft();
      headset.pageLeft();
      link.phoneLost();
      desk.pageLeft();
    },
    panelLoaded: (trouble) => announcer.announce('panelLoaded', trouble),
  });
  const openInstance = (ccpUrl: string): void => {
    memory.forget();
    desk.agentLeft();
    phoneWindow.open(ccpUrl);
  };
  const simulator = openSimulatorTrial({
    dist,
    packaged: app.isPackaged,
    pageOrigin: origin.origin,
    settings,
    holds: gate.holds,
    openInstance,
    openInBrowser,
  });
  const errands = openErrands({ link, gate, announcer, words, settings, log, bringForward });
  const handlers = createHandlers({
    announcer,
    link,
    gate,
    startInfo: () => readStartInfo({ app, settings, memory, simulator, exits, safety, recovery }),
    changeSettings: settings.change,
    openInstance,
    restartPanel: recovery.restart,
    simulator,
    questions: signIn.questions,
    showDownload: textWork.showDownload,
    exits,
    saveText: textWork.saveText,
    hotkeys: desk.hotkeys,
    headset,
    errands,
    desk,
    links: installDesktopEntries({ app, settings, log }),
  });
  answerRequests(ipcMain, phoneWindow.isTrusted, handlers, (name, { kind }) =>
    log.write('request-refused', { name, kind }),
  );
  powerMonitor.on('resume', () => announcer.announce('woke', undefined));
  phoneWindow.open(settings.values().ccpUrl);
});
