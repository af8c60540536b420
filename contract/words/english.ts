import type { CommandFailure, CommandKind } from '../command.js';
import type { DownloadNews } from '../download-news.js';
import type { ExitOutcome } from '../exit-entry.js';
import type { PanelTrouble } from '../health.js';
import type { Notice } from '../notice.js';
import type { PanelRefusal } from '../panel-refusal.js';
import { assertNever } from '../result.js';
import type { SettingsProblem } from '../settings.js';
import type { SignInQuestion } from '../sign-in.js';
import { englishCall } from './call-words-english.js';
import { englishDesk } from './desk-words.js';
import { englishErrands } from './errand-words.js';
import type { UncleanEndFacts } from './exit-words.js';
import { formatDuration } from './format-duration.js';
import { englishHeadset } from './headset-words.js';
import { englishHotkeys } from './hotkey-words.js';
import type { Sentence } from './sentence.js';
import { englishSettings } from './settings-words.js';
import { englishTray } from './tray-words.js';
import type { Words } from './words.js';

const COULD_NOT: Readonly<Record<CommandKind, string>> = {
  setStatus: 'Your status was not changed',
  queueStatus: 'The next status was not set',
  clearNextStatus: 'The next status was not cleared',
  goOffline: 'You were not set Offline',
  accept: 'The contact was not answered',
  reject: 'The contact was not declined',
  hangUp: 'The call was not ended',
  hold: 'The customer was not put on hold',
  resume: 'The contact was not resumed',
  clear: 'The contact was not cleared',
  pause: 'The task was not paused',
  view: 'The panel did not change to this contact',
  addParty: 'Nobody was called into the call',
  join: 'The parties were not joined',
  swap: 'The parties were not swapped',
  leave: 'You are still on the call',
  sendDigits: 'The digits were not sent',
  bargeIn: 'You are not heard on this call',
  listen: 'You are still heard on this call',
  dropParty: 'The party is still on the call',
  holdParty: 'The party was not put on hold',
  resumeParty: 'The party is still on hold',
  muteParty: 'The party was not muted',
  unmuteParty: 'The party is still muted',
  mute: 'Your microphone was not muted',
  unmute: 'Your microphone is still muted',
  dial: 'The number was not dialled',
};

function failure(kind: CommandKind, { reason, detail }: CommandFailure): string {
  const what = COULD_NOT[kind];
  switch (reason) {
    case 'notNow':
      return `${what}: this is not possible at the moment.`;
    case 'noAnswer':
      return `${what}: Amazon Connect did not answer. Try again, or use the panel.`;
    case 'refused':
      return `${what}: Amazon Connect refused${detail === null ? '' : ` (${detail})`}. Try again, or use the panel.`;
    case 'signedOut':
      return `${what}: your sign-in has ended. Sign in again.`;
    case 'noContact':
      return `${what}: the contact is gone.`;
    case 'noParty':
      return `${what}: this party has left the call.`;
    case 'noQuickConnect':
      return `${what}: this quick connect is no longer in your list. Choose another one.`;
    case 'noStatus':
      return `${what}: this status is no longer in your list. Choose another one.`;
    case 'badNumber':
      return `${what}: this is not a complete telephone number. Enter it with its country code.`;
    case 'noPhone':
      return `${what}: the phone is not connected yet. Wait a moment.`;
    default:
      return assertNever(reason);
  }
}

function notice(value: Notice): string {
  switch (value.kind) {
    case 'missed':
      return `Missed contact from ${value.who ?? 'an unknown customer'}.`;
    case 'clearedByConnect':
      return `Amazon Connect ended your after-contact work after ${formatDuration(value.workedMs)}.`;
    case 'clearedByAgent':
      return `Contact cleared after ${formatDuration(value.workedMs)} of after-contact work.`;
    case 'partyDidNotAnswer':
      return `${value.who ?? 'The one you called'} did not come onto the call. Go on with the customer, or call somebody else.`;
    case 'nextStatusTaken':
      return `Your status is now ${value.name}.`;
    case 'nextStatusCleared':
      return `The next status ${value.name} was cleared.`;
    default:
      return assertNever(value);
  }
}

function download(news: DownloadNews): string {
  switch (news.kind) {
    case 'saved':
      return `${news.name} is in your Downloads folder.`;
    case 'program':
      return `${news.name} was not saved, as files of this type can start programs; ask the sender for another type.`;
    case 'foreign':
      return `${news.name} was not saved, as only files that come from the panel over a secure connection are.`;
    case 'tooLarge':
      return `${news.name} was not saved, as it is larger than ${news.limitMb} MB; ask the sender for a smaller file.`;
    case 'failed':
      return `${news.name} could not be saved; check your connection and the space on your disk, then try again.`;
    default:
      return assertNever(news);
  }
}

function refusal(value: PanelRefusal): string {
  switch (value.kind) {
    case 'unsafeWindow':
      return `${value.host} was not opened, as only secure addresses (https) are.`;
    case 'tooManyWindows':
      return 'No more windows were opened, as too many were asked for; close those you do not need, then try again.';
    case 'leaving':
      return `The panel did not go to ${value.host}, as that would end a call; open it in your browser instead.`;
    case 'logOut':
      return 'You were not signed out, as you are on a contact; sign out when it has ended.';
    default:
      return assertNever(value);
  }
}

function trouble(value: PanelTrouble, origin: string): Sentence {
  switch (value) {
    case 'noAddress':
      return { title: 'No Amazon Connect address yet', advice: 'Enter the address of your Contact Control Panel.' };
    case 'noNetwork':
      return {
        title: 'This computer has no network',
        advice: 'Check the cable, the Wi-Fi or the VPN. The phone connects by itself when the network is back.',
      };
    case 'intercepted':
      return {
        title: 'A proxy or security program stands between you and Amazon Connect',
        advice: 'Ask your IT department to let Amazon Connect pass without inspection, then try again.',
      };
    case 'clockWrong':
      return {
        title: 'The clock of this computer is wrong',
        advice: 'Set date and time to automatic, then try again.',
      };
    case 'stale':
      return {
        title: 'Nothing new comes from Amazon Connect',
        advice: 'You may miss contacts until the panel has been restarted.',
      };
    case 'slept':
      return { title: 'This computer was asleep', advice: 'What the panel shows is from before.' };
    case 'gaveUp':
      return {
        title: 'The panel has stopped trying to reach Amazon Connect',
        advice: 'Try again, and sign in if you are asked to.',
      };
    case 'unreachable':
      return {
        title: 'Amazon Connect cannot be reached',
        advice: 'Check your network connection and the address, then try again.',
      };
    case 'badAnswer':
      return {
        title: 'The address has no Contact Control Panel',
        advice: 'The server answered with an error. Check the address, or ask your IT department.',
      };
    case 'notAPanel':
      return {
        title: 'This page does not answer as a Contact Control Panel',
        advice: 'Check that the address ends with /ccp-v2/, or sign in if you have not.',
      };
    case 'originRefused':
      return {
        title: 'Your Amazon Connect instance does not know this app yet',
        advice: `Ask your IT department to add ${origin} to the approved origins of the instance, then try again.`,
      };
    case 'signedOut':
      return { title: 'You are not signed in', advice: 'Sign in to Amazon Connect to start working.' };
    case 'cookiesRefused':
      return {
        title: 'You have signed in, but the panel is not recognised',
        advice: 'Ask your IT department to let the cookies of Amazon Connect pass, then sign in again.',
      };
    case 'accessDenied':
      return {
        title: 'Amazon Connect refuses access',
        advice: 'Ask your supervisor to allow the Contact Control Panel in your security profile, then try again.',
      };
    case 'panelSilent':
      return {
        title: 'The panel has stopped answering',
        advice:
          'A call that you still hear goes on. Your status may still be the same in Amazon Connect. Try again when the call has ended.',
      };
    default:
      return assertNever(value);
  }
}

function settingsProblem({ kind, name }: SettingsProblem): string {
  switch (kind) {
    case 'unreadableFile':
      return `The settings file could not be read and was kept as ${name}. The defaults are used.`;
    case 'badValue':
      return `The setting ${name} is not valid, so its default is used.`;
    case 'notSaved':
      return `The setting ${name} could not be saved. It holds until you quit.`;
    default:
      return assertNever(kind);
  }
}

function signInQuestion(question: SignInQuestion): Sentence {
  const { host } = question;
  switch (question.kind) {
    case 'allowHost':
      return {
        title: `Your company signs in at ${host}. Allow?`,
        advice: 'Allow it only if you know this name as one of your company.',
      };
    case 'refused':
      return {
        title: `The sign-in wanted to open ${host}, which is not safe`,
        advice: 'It was not opened. Ask your IT department about the sign-in address.',
      };
    case 'tooManyRedirects':
      return {
        title: `The sign-in goes round in circles at ${host}`,
        advice: 'Try again. If it stays like this, ask your IT department.',
      };
    case 'noAnswer':
      return { title: `${host} does not answer`, advice: 'Check your network connection, then try again.' };
    case 'password':
      return {
        title: `${host} asks for a user name and a password`,
        advice: question.isProxy ? 'It is the proxy of your network.' : 'They are sent to this host only.',
      };
    case 'certificate':
      return {
        title: `${host} asks for a certificate`,
        advice: 'The one you choose is used until you quit the app.',
      };
    default:
      return assertNever(question);
  }
}

function uncleanEnd({ outcome, at, stayed, madeGoodAt }: UncleanEndFacts): string {
  const when = at === null ? '' : ` at ${at}`;
  const since = at === null ? '' : ` (since ${at})`;
  const lastSeen = at === null ? '' : `, at about ${at}`;
  const good = madeGoodAt === null ? '' : ` You were set Offline at ${madeGoodAt}.`;
  const still = stayed === null ? good : ` You stayed ${stayed.status} for ${stayed.lasting}.${good}`;
  if (outcome === 'unknown') return `The app did not close properly last time${since}.${still}`;
  if (outcome === 'sudden') return `The app did not close properly last time${lastSeen}.${still}`;
  if (outcome === 'queued') return `The app ended${when} while Offline was waiting for a contact to end.${still}`;
  return `The app ended${when} before Offline was confirmed.${still}`;
}

const forSoLong = (lasting: string | null): string => (lasting === null ? '' : ` for ${lasting}`);

function closedBadly(outcome: ExitOutcome, since: string | null): Sentence {
  const title = `The app did not close properly last time${since === null ? '' : ` (since ${since})`}`;
  if (outcome === 'queued') return { title, advice: 'You will be set Offline when your contact has ended.' };
  if (outcome === 'unconfirmed') {
    return { title, advice: 'Amazon Connect did not confirm Offline. Check your status before you go on.' };
  }
  return { title, advice: 'You have been set Offline. Choose a status to go on working.' };
}

function wentToSleep(outcome: ExitOutcome): Sentence {
  if (outcome === 'queued') {
    return { title: 'The computer went to sleep', advice: 'You will be set Offline when your contact has ended.' };
  }
  if (outcome === 'unconfirmed') {
    return {
      title: 'The computer went to sleep',
      advice: 'Amazon Connect did not confirm Offline. Check your status before you go on.',
    };
  }
  return {
    title: 'You were set Offline because the computer went to sleep',
    advice: 'Choose a status to go on working.',
  };
}

export const english: Words = {
  language: 'en',
  appName: 'Switchhook',
  readOnlyProfile: (folder) =>
    `Switchhook cannot write to ${folder}. Ask your IT to make this folder writable for you, then start again.`,
  status: {
    button: (name) => `Status: ${name}`,
    menu: 'Status',
    none: 'Unknown',
    next: (name) => `Next: ${name}`,
    chooseNext: 'Next status',
    clearNext: 'Clear next status',
    pending: (name) => `Setting ${name}`,
    pendingNext: (name) => `Setting next: ${name}`,
    failed: (name) => `${name} was not set`,
    activity: {
      idle: 'Idle',
      ringing: 'Ringing',
      onContact: 'On contact',
      afterContactWork: 'After-contact work',
      error: 'Needs attention',
    },
    afterwards: (name) => `then ${name}`,
  },
  connection: {
    good: { title: 'Connected to Amazon Connect', advice: 'Your status and contacts are up to date.' },
    starting: { title: 'Connecting to Amazon Connect', advice: 'This takes a few seconds.' },
    bad: 'Not connected to Amazon Connect',
    otherPanel: {
      title: 'Another panel is open',
      advice: 'Close the other Contact Control Panel, as it may take your calls.',
    },
    webSocketDown: {
      title: 'The connection is weak',
      advice: 'Contacts still arrive, but may be late. Tell your IT department if it stays like this.',
    },
  },
  panel: {
    name: 'Contact Control Panel',
    fold: 'Hide the panel',
    unfold: 'Show the panel',
    toPanel: 'Panel',
    toContact: 'Contact',
  },
  contact: {
    region: (who) => `Contact with ${who}`,
    others: 'Other contacts',
    show: (who) => `Show contact with ${who}`,
    unknownCustomer: 'Unknown customer',
    direction: { inbound: 'inbound', outbound: 'outbound' },
    channel: {
      voice: 'Call',
      queueCallback: 'Callback',
      chat: 'Chat',
      task: 'Task',
      email: 'Email',
      other: 'Contact',
    },
    state: {
      incoming: 'Incoming',
      pending: 'Pending',
      connecting: 'Ringing',
      connected: 'Connected',
      onHold: 'On hold',
      paused: 'Paused',
      missed: 'Missed',
      error: 'Failed',
      ended: 'After-contact work',
      rejected: 'Declined',
    },
    dialling: 'Dialling',
    muted: 'Muted',
    actions: {
      accept: 'Answer',
      reject: 'Decline',
      hangUp: 'Hang up',
      hold: 'Hold',
      resume: 'Resume',
      pause: 'Pause',
      clear: 'Clear contact',
      view: 'Show in panel',
      join: 'Join all',
      swap: 'Swap',
      leave: 'Leave call',
      bargeIn: 'Speak',
      listen: 'Only listen',
      mute: 'Mute',
      unmute: 'Unmute',
    },
  },
  headset: englishHeadset,
  hotkeys: englishHotkeys,
  tray: englishTray,
  settings: englishSettings,
  errands: englishErrands,
  desk: englishDesk,
  call: englishCall,
  attributes: {
    region: 'Contact attributes',
    empty: 'This contact has no attributes. They appear here as soon as Amazon Connect sends them.',
    copy: (name) => `Copy ${name}`,
    copied: 'Copied',
    showAll: 'Show all',
    showLess: 'Show less',
  },
  menus: {
    edit: 'Edit',
    view: 'View',
    window: 'Window',
    help: 'Help',
    undo: 'Undo',
    redo: 'Redo',
    cut: 'Cut',
    copy: 'Copy',
    paste: 'Paste',
    pastePlain: 'Paste as plain text',
    selectAll: 'Select all',
    copyLink: 'Copy link',
    openLink: 'Open link in browser',
    addToDictionary: 'Add to dictionary',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    actualSize: 'Actual size',
    developerTools: 'Developer tools',
    minimize: 'Minimize',
    closeWindow: 'Close window',
    about: 'About Switchhook',
    hide: 'Hide Switchhook',
    hideOthers: 'Hide others',
    showAll: 'Show all',
    quit: 'Quit Switchhook',
  },
  dial: {
    ready: 'Ready for the next contact',
    notRoutable: (name) => `Your status is ${name}`,
    routed: 'Contacts are routed to you.',
    stuck: {
      title: 'You receive no contacts at the moment',
      advice: 'Amazon Connect reports a problem with your last contact. Choose your status again.',
    },
    notRouted: 'No contacts are routed to you until you choose a status that takes them.',
    label: 'Telephone number',
    placeholder: 'Number with country code',
    button: 'Dial',
  },
  failure,
  retry: 'Retry',
  dismiss: 'Dismiss',
  notice,
  download,
  refusal,
  showInFolder: 'Show in folder',
  settingsProblem,
  trouble,
  troubleActions: {
    signIn: 'Sign in',
    tryAgain: 'Try again',
    copyOrigin: 'Copy origin',
    changeAddress: 'Change address',
  },
  starting: {
    title: 'Connecting to Amazon Connect',
    advice: 'Your status and contacts appear here as soon as the panel is ready.',
  },
  reconnecting: 'Reconnecting to Amazon Connect',
  recovery: { afterCall: 'The panel is restarted after your call.', restarting: 'The panel is being restarted.' },
  firstRun: {
    title: 'Welcome to Switchhook',
    advice: 'Enter the address of your Contact Control Panel. Your IT department or supervisor knows it.',
    changeTitle: 'Change the address',
    label: 'Address of the Contact Control Panel',
    save: 'Continue',
    cancel: 'Cancel',
    problem: {
      notAnAddress: 'Enter an address that begins with https://, for example https://example.my.connect.aws/ccp-v2/.',
      notHttps: 'Enter an address that begins with https://, as any other could be read on its way.',
      credentials: 'Enter the address without a user name or password in it.',
      lookAlike: 'This address only looks like one of Amazon Connect. Ask your IT department for the right one.',
    },
    upgraded: (address) => `This is the address of the older panel, CCPv1. ${address} is used instead.`,
    origin: 'Your IT department adds this origin to the approved origins of the instance:',
    more: 'More',
    region: 'AWS region (optional)',
    loginUrl: 'Sign-in address of your company (optional)',
    loginHint: 'Where your single sign-on begins, if it does not begin at Amazon Connect.',
    loginInvalid: 'Enter a sign-in address that begins with https://, or leave it empty.',
    trySimulator: 'Try it with the simulator',
    simulatorHint: 'No address yet? A pretend Amazon Connect on this computer lets you try the phone.',
    simulatorFailed: 'The simulator did not start. Build it with "npm run build", then try again.',
  },
  simulator: {
    note: "This is the simulator, not Amazon Connect. Choose Available, then call yourself from the trainer's panel in your browser.",
    copyPanel: 'Copy address',
  },
  account: {
    button: (agentName) => `Account: ${agentName}`,
    menu: 'Account',
    signOut: 'Sign out',
    changeAddress: 'Change address',
    onContact: { title: 'You are on a contact', advice: 'Sign out when it has ended.' },
    notOffline: { title: 'You are not Offline', advice: 'Choose Offline first, then change the address.' },
    understood: 'OK',
    signedOut: { title: 'You are signed out', advice: 'The next agent can sign in here.' },
    stillIn: (status) => ({
      title: `You are signed out, but still ${status} in Amazon Connect`,
      advice: 'Sign in again and choose Offline, or tell your supervisor, as the status stays like this.',
    }),
  },
  signIn: {
    windowTitle: (host) => `${host} - sign-in for Switchhook`,
    question: signInQuestion,
    allow: 'Allow',
    cancel: 'Cancel',
    tryAgain: 'Try again',
    close: 'Close',
    user: 'User name',
    password: 'Password',
    certificate: 'Certificate',
    send: 'Sign in',
  },
  leaving: {
    settingOffline: {
      quit: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'The app closes as soon as it is confirmed.',
      },
      signOut: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'You are signed out as soon as it is confirmed.',
      },
      update: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'The new version is installed as soon as it is confirmed.',
      },
      rest: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'The panel has stopped working again and again.',
      },
      recover: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'The app did not close properly last time. You can go on as soon as it is confirmed.',
      },
      sleep: {
        title: 'Setting you Offline in Amazon Connect',
        advice: 'The computer goes to sleep.',
      },
    },
    onContact: (open) => ({
      title: 'You are on a contact',
      advice: `${open} You will be set Offline when it ends.`,
    }),
    stillOpen: (calls, { chat, task, email, other }) =>
      isStillOpen([
        ...calls.map((who) => `Voice call with ${who}`),
        ...counted(chat, 'chat', 'chats'),
        ...counted(task, 'task', 'tasks'),
        ...counted(email, 'email', 'emails'),
        ...counted(other, 'other contact', 'other contacts'),
      ]),
    confirmEnd: {
      title: 'End the call with the customer now?',
      advice: 'The customer is cut off, you are set Offline, and the app closes.',
    },
    whenClear: {
      update: 'The new version is installed after this contact. Offline is your next status.',
      rest: 'You are set Offline after this contact, as the panel has stopped working again and again.',
      recover: 'You are set Offline after this contact, as the app did not close properly last time.',
      sleep: 'You are set Offline after this contact, as the computer went to sleep.',
      quit: 'The app quits after this contact. Offline is your next status.',
      signOut: 'You are signed out after this contact. Offline is your next status.',
    },
    notConfirmed: (reason) => ({
      title: 'Could not set you Offline',
      advice: `Amazon Connect did not confirm${reason === null ? '' : ` (${reason})`}. You may still receive contacts.`,
    }),
    reason: {
      notNow: 'not possible now',
      noAnswer: 'no answer',
      refused: 'refused',
      signedOut: 'not signed in',
      noContact: 'no contact',
      noParty: 'party gone',
      noQuickConnect: 'no quick connect',
      noStatus: 'no Offline status in your list',
      badNumber: 'bad number',
      noPhone: 'the panel is not there',
    },
    givenUp: {
      title: 'Set Offline after repeated failures',
      advice: 'The panel stopped working three times in ten minutes. Restart it to work on, or tell your IT.',
    },
    pageGone: {
      title: 'The phone has stopped working again',
      advice: 'It does not restart by itself any more. Restart it to see your status, or tell your IT.',
    },
    restartPanel: 'Restart panel',
    stay: 'Stay in the app',
    quitWhenClear: 'Quit after this contact',
    endAndQuit: 'End contact and quit',
    endNow: 'End call and quit',
    confirmLeave: {
      title: 'Leave the call now?',
      advice: 'The others talk on without you, you are set Offline, and the app closes.',
    },
    leaveAndQuit: 'Leave call and quit',
    signIn: 'Sign in',
    tryAgain: 'Try again',
    anyway: {
      quit: 'Quit anyway',
      signOut: 'Sign out anyway',
      update: 'Install anyway',
      rest: 'Leave it so',
      recover: 'Leave it so',
      sleep: 'Leave it so',
    },
    closedBadly,
    wentToSleep,
    goOn: 'Go on',
  },
  leaseExpired: {
    offline: (lasting) => ({
      title: 'You were set Offline',
      advice: `This computer was not reachable${forSoLong(lasting)}. You get no contacts until you choose another status.`,
    }),
    queued: (lasting) => `Offline is your next status, because this computer was not reachable${forSoLong(lasting)}.`,
    stay: 'Stay Offline',
    takeContacts: 'Take contacts again',
  },
  exits: {
    title: 'Exits',
    advice: 'How the app ended on this computer, newest first.',
    unclean: uncleanEnd,
    show: 'Show exits',
    column: {
      when: 'When',
      way: 'How',
      status: 'Status before',
      contacts: 'Contacts',
      attempts: 'Attempts',
      outcome: 'Offline',
      confirmedAfter: 'Confirmed after',
      ghost: 'Stayed as left',
    },
    way: {
      windowClosed: 'Window closed',
      quit: 'Quit',
      signal: 'Signal',
      system: 'Computer shut down',
      crash: 'Crash of the app',
      signOut: 'Sign-out',
      update: 'Update',
      breakdowns: 'Panel broke down',
      unrecorded: 'Not recorded',
      recovered: 'Made good after a bad end',
      slept: 'Computer went to sleep',
      unknown: 'Unknown',
    },
    outcome: {
      nothingToConfirm: 'Nothing to confirm',
      confirmed: 'Confirmed',
      queued: 'Queued behind a contact',
      unconfirmed: 'Not confirmed',
      chosen: 'Left anyway',
      unknown: 'Unknown',
    },
    began: (at) => `Unknown, began ${at}`,
    notKnown: 'Not known',
    utc: 'Times in UTC',
    saveCsv: 'Save as CSV',
    saveJson: 'Save as JSON',
    close: 'Close',
    empty: 'The app has not ended yet. Each end is noted here.',
    unread: 'The list could not be read. Close it and open it again.',
  },
  protection: {
    title: {
      whole: 'Protected: you go Offline before the app ends',
      nobody: 'Protection begins when you are signed in',
      unguarded: 'Protected, but not if the app is killed',
      partly: 'Partly protected: you may not go Offline before the app ends',
      none: 'Not protected: the app cannot set you Offline',
    },
    layer: { gate: 'When the app is left', recovery: 'When the panel breaks down', guard: 'When the app is killed' },
    gate: {
      active: 'The app waits until Amazon Connect shows you Offline.',
      nobody: 'Begins when Amazon Connect has told who you are.',
      noOffline: 'Your list has no status of the type Offline. Tell your supervisor.',
      noPhone: 'Amazon Connect cannot be reached now, so Offline may not be confirmed.',
    },
    recovery: {
      active: 'Page and panel are started anew by themselves.',
      nobody: 'Begins when Amazon Connect has told who you are.',
      onCall: 'Paused during your call, as a restart would end it.',
    },
    givenUp: (until) => `Stopped until ${until} after three restarts. Tell your IT if it happens again.`,
    guard: {
      on: 'A second process sets you Offline within seconds.',
      nobody: 'Begins when you leave Offline.',
      starting: 'A second process is being started.',
      missing: 'The second process is missing; the next start of the app sets you Offline first. Tell your IT.',
      keepsEnding: 'The second process keeps ending; the next start of the app sets you Offline first. Tell your IT.',
      notNoted:
        'The disk does not take a note of your status, so the next start may not set you Offline. Tell your IT.',
      off: 'Nothing acts at once. The next start of the app sets you Offline first.',
    },
  },
  announce: {
    ringing: (who) => `Call from ${who}`,
    connected: (who) => `Connected with ${who}`,
    held: 'The customer is on hold',
    resumed: 'The customer is back',
    muted: 'Your microphone is muted',
    unmuted: 'Your microphone is on',
    ended: 'The call has ended',
  },
};

function counted(count: number, one: string, many: string): readonly string[] {
  return count === 0 ? [] : [`${count} ${count === 1 ? one : many}`];
}

function isStillOpen(parts: readonly string[]): string {
  const last = parts.at(-1) ?? 'A contact';
  return parts.length < 2 ? `${last} is still open.` : `${parts.slice(0, -1).join(', ')} and ${last} are still open.`;
}
