import type { GuardianHook, GuardianMessage, GuardianRelaunch } from '../contract/guardian-message.js';

/** Reads a line of JSON; null for what is no message, whatever it is. */
export function readMessage(line: string): GuardianMessage | null {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return null;
  }
  if (!isRecord(value)) return null;
  switch (value['kind']) {
    case 'beat':
    case 'disarm':
    case 'bye':
      return { kind: value['kind'] };
    case 'arm':
      return readArm(value);
    default:
      return null;
  }
}

function readArm({ epoch, markerFile, hook, relaunch, parentPid }: Fields): GuardianMessage | null {
  const safeHook = readHook(hook);
  const safeRelaunch = readRelaunch(relaunch);
  if (safeHook === undefined || safeRelaunch === null) return null;
  if (!isCount(epoch) || !isText(markerFile) || !isCount(parentPid) || parentPid < firstOwnPid) return null;
  return { kind: 'arm', epoch, markerFile, hook: safeHook, relaunch: safeRelaunch, parentPid };
}

/** Below are a process group (0) and the first process of the machine. */
const firstOwnPid = 2;

/** Undefined for what is no hook; null is one that there is none. */
function readHook(value: unknown): GuardianHook | null | undefined {
  if (value === null) return null;
  if (!isRecord(value)) return undefined;
  const { url, token, agentId } = value;
  return isText(url) && isText(token) && isText(agentId) ? { url, token, agentId } : undefined;
}

function readRelaunch(value: unknown): GuardianRelaunch | null {
  if (!isRecord(value)) return null;
  const { command, args, cwd } = value;
  if (!isText(command) || !isText(cwd) || !Array.isArray(args)) return null;
  return args.every((each) => typeof each === 'string') ? { command, args, cwd } : null;
}

type Fields = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;
