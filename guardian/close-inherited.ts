import { closeSync, readdirSync, readlinkSync } from 'node:fs';

const folder = '/proc/self/fd';
const firstAfterStdio = 3;

/**
 * Closes what this process has from the app besides its stdio; to be called before anything is opened. Chromium marks few
 * of its files as its own, so a child on Linux gets the others too. Held here they would outlive the app: its window would
 * stay on the screen, and its other processes would not see that it is gone. Other systems hand nothing on.
 */
export function closeInherited(): void {
  for (const descriptor of inheritedOf(openDescriptors())) {
    try {
      closeSync(descriptor);
    } catch {
      // It was closed already.
    }
  }
}

/** A file descriptor and what `/proc` says it leads to. */
export interface Descriptor {
  readonly number: number;
  readonly target: string;
}

/**
 * Which of them come from the app. What Node itself has open at its start leads to nobody else: polls, events and pipes to
 * itself, of which both ends are here. The same of the app, left open, disturb nobody.
 */
export function inheritedOf(open: readonly Descriptor[]): readonly number[] {
  const endsHere = (target: string): number => open.filter((other) => other.target === target).length;
  const leadsAway = ({ target }: Descriptor): boolean =>
    target.startsWith('socket:') ||
    (target.startsWith('/') && target !== '/dev/null') ||
    (target.startsWith('pipe:') && endsHere(target) === 1);
  return open.filter((each) => each.number >= firstAfterStdio && leadsAway(each)).map(({ number }) => number);
}

function openDescriptors(): readonly Descriptor[] {
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch {
    return [];
  }
  return names.flatMap((name) => {
    try {
      return { number: Number(name), target: readlinkSync(`${folder}/${name}`) };
    } catch {
      // That of the reading itself is gone by now.
      return [];
    }
  });
}
