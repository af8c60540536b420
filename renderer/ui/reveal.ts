/** Gives the keyboard to the field of a tool that has just opened, and brings the whole of the tool into sight. */
export function reveal(field: HTMLElement | null): void {
  field?.focus({ preventScroll: true });
  field?.closest('.tool')?.scrollIntoView({ block: 'start' });
}
