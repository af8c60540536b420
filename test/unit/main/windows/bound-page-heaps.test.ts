import { describe, expect, it } from 'vitest';
import { boundPageHeaps, pageHeapFlags } from '../../../../main/windows/bound-page-heaps.js';

function commandLineWith(given: Readonly<Record<string, string>>) {
  const switches = new Map(Object.entries(given));
  return {
    switches,
    hasSwitch: (name: string) => switches.has(name),
    appendSwitch: (name: string, value?: string) => void switches.set(name, value ?? ''),
  };
}

describe('flags for V8', () => {
  it('are given to every page', () => {
    const commandLine = commandLineWith({});
    boundPageHeaps(commandLine);
    expect(commandLine.switches.get('js-flags')).toBe(pageHeapFlags);
  });

  it('stay as the command line gives them', () => {
    const commandLine = commandLineWith({ 'js-flags': '--trace-gc' });
    boundPageHeaps(commandLine);
    expect(commandLine.switches.get('js-flags')).toBe('--trace-gc');
  });
});
