import { makeVisible } from './visible-text.js';

/** Text from outside: plain, isolated from the direction of the text around it, with nothing hidden in it. */
export function ForeignText({ text }: { readonly text: string }) {
  return <bdi>{makeVisible(text)}</bdi>;
}
