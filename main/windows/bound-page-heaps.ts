import type { CommandLine } from 'electron';

/**
 * V8's flags for every page and worker, the panel's as well. MB of one half of the space for what was just made; V8's own
 * bound is 16, up to which it grows with each busy minute and from which it hardly comes back. Must be set before the app is
 * ready. Source: `node --v8-options`; [docs/adr/0034](../../docs/adr/0034-new-things-get-less-room.md) for what it does.
 */
export const pageHeapFlags = '--max-semi-space-size=2';

/** Bounds the heaps of pages. Who gives V8 flags on the command line, to look into something, gets those alone. */
export function boundPageHeaps(commandLine: Pick<CommandLine, 'hasSwitch' | 'appendSwitch'>): void {
  if (!commandLine.hasSwitch('js-flags')) commandLine.appendSwitch('js-flags', pageHeapFlags);
}
