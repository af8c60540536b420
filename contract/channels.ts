import type { EventName } from './events.js';
import type { RequestName } from './requests.js';

/**
 * The names of both tables without their checks, so that the preload, which is loaded before every page, stays small.
 * The types refuse a name too many and, by the lists below, a name too few.
 */
export const requestNames = [
  'readStart',
  'listen',
  'announceSnapshot',
  'settleCommand',
  'chooseLeaving',
  'answerClosing',
  'restartPanel',
  'showDownload',
  'changeAddress',
  'trySimulator',
  'answerSignIn',
  'signOut',
  'readExits',
  'dismissUncleanEnd',
  'readHotkeys',
  'changeHotkey',
  'pauseHotkeys',
  'choose',
  'chooseHeadset',
  'headsetsDark',
  'forgetHeadset',
  'exportExits',
  'readLinks',
  'takeLinks',
  'settleErrand',
] as const satisfies readonly RequestName[];

export const eventNames = [
  'executeCommand',
  'panelLoaded',
  'woke',
  'downloaded',
  'panelRefused',
  'showLeaving',
  'askClosing',
  'guardChanged',
  'askSignIn',
  'leaseExpired',
  'hotkeysFailed',
  'openStatusMenu',
  'dialAsked',
  'settingsChanged',
  'headsetsOffered',
  'errandAsked',
  'errandRefused',
  'darkenHeadsets',
] as const satisfies readonly EventName[];

type Missing<All extends string, Listed extends string> =
  Exclude<All, Listed> extends never ? true : Exclude<All, Listed>;
true satisfies Missing<RequestName, (typeof requestNames)[number]>;
true satisfies Missing<EventName, (typeof eventNames)[number]>;

/** The channel a request or event travels on. */
export function channelOf(name: RequestName | EventName): string {
  return `switchhook:${name}`;
}
