import { maxDialTextLength } from '../../contract/errand.js';
import type { Errand, ErrandSource } from './errand.js';
import { readLink } from './read-link.js';

/** What a command line asks of the app. */
export type CommandLine =
  | { readonly kind: 'start' }
  | { readonly kind: 'version' }
  | { readonly kind: 'errand'; readonly errand: Errand; readonly source: ErrandSource }
  | { readonly kind: 'misuse'; readonly why: CommandLineFault };

export type CommandLineFault = 'noValue' | 'twoAtOnce' | 'tooLong';

const VALUE_SWITCHES = {
  '--dial': (text) => ({ kind: 'dial', text }),
  '--status': (name) => ({ kind: 'status', name }),
  '--next': (name) => ({ kind: 'next', name }),
} as const satisfies Readonly<Record<string, (value: string) => Errand>>;

const PLAIN_SWITCHES = {
  '--quit': { kind: 'quit' },
  '--print-status': { kind: 'printStatus' },
} as const satisfies Readonly<Record<string, Errand>>;

const endOfSwitches = '--';
/** A letter and a colon begin a path of Windows. */
const looksLikeLink = /^[a-z][a-z0-9+.-]+:/i;

/**
 * Reads the arguments of a start, the first being the program. A link ends the reading: what is behind it may be its own
 * text, which somebody else wrote. Switches that are not ours are Chromium's, and left alone.
 */
export function readCommandLine(argv: readonly string[]): CommandLine {
  let found: CommandLine = { kind: 'start' };
  const args = argv.slice(1);
  for (let place = 0; place < args.length; place += 1) {
    const argument = args[place] ?? '';
    const [name = '', inline] = argument.startsWith('--') ? argument.split(/=(.*)/s) : [argument];
    let here: CommandLine;
    if (Object.hasOwn(VALUE_SWITCHES, name)) {
      const value = inline ?? args[place + 1];
      if (inline === undefined) place += 1;
      here = readValue(name as keyof typeof VALUE_SWITCHES, value);
    } else if (Object.hasOwn(PLAIN_SWITCHES, name)) {
      const errand = PLAIN_SWITCHES[name as keyof typeof PLAIN_SWITCHES];
      here = { kind: 'errand', errand, source: 'commandLine' };
    } else if (argument === '--version') here = { kind: 'version' };
    else if (argument === endOfSwitches) return join(found, linkIn(args.slice(place + 1)));
    else if (looksLikeLink.test(argument)) return join(found, linkIn([argument]));
    else continue;
    found = join(found, here);
  }
  return found;
}

function readValue(name: keyof typeof VALUE_SWITCHES, value: string | undefined): CommandLine {
  const text = value?.trim() ?? '';
  if (text === '' || text.startsWith('--')) return { kind: 'misuse', why: 'noValue' };
  if (text.length > maxDialTextLength) return { kind: 'misuse', why: 'tooLong' };
  return { kind: 'errand', errand: VALUE_SWITCHES[name](text), source: 'commandLine' };
}

function linkIn(args: readonly string[]): CommandLine {
  const link = args.find((argument) => looksLikeLink.test(argument));
  return link === undefined ? { kind: 'start' } : { kind: 'errand', errand: readLink(link), source: 'link' };
}

function join(one: CommandLine, other: CommandLine): CommandLine {
  if (one.kind === 'start' || other.kind === 'misuse') return other;
  if (other.kind === 'start' || one.kind === 'misuse') return one;
  return { kind: 'misuse', why: 'twoAtOnce' };
}

/** Arguments without what they ask for once: a start that is to be repeated must neither repeat it nor keep a number. */
export function withoutErrands(args: readonly string[]): readonly string[] {
  const kept: string[] = [];
  for (let place = 0; place < args.length; place += 1) {
    const argument = args[place] ?? '';
    if (argument === endOfSwitches || looksLikeLink.test(argument)) break;
    const name = argument.replace(/=.*$/s, '');
    if (Object.hasOwn(VALUE_SWITCHES, name)) place += argument === name ? 1 : 0;
    else if (!Object.hasOwn(PLAIN_SWITCHES, name)) kept.push(argument);
  }
  return kept;
}
