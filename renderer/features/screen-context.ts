import type { ReadonlySignal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { AvailableActions } from '../../contract/actions.js';
import type { TimeText } from '../../contract/words/time-text.js';
import type { Words } from '../../contract/words/words.js';
import type { Phone } from '../phone/phone.js';

/** What every screen stands on; all of it is fixed for the life of the page. */
export interface ScreenContext {
  readonly phone: Phone;
  /** What can be done now. */
  readonly actions: ReadonlySignal<AvailableActions>;
  readonly words: Words;
  readonly times: TimeText;
}

export const Screen = createContext<ScreenContext | null>(null);

/** The context of the screen; throws outside of one, which is a bug. */
export function useScreen(): ScreenContext {
  const context = useContext(Screen);
  if (context === null) throw new Error('Not inside a screen');
  return context;
}
