import { byId } from './element.js';

/** Does something at the control. A refusal is shown; `after` runs in any case. */
export type Attempt = (act: () => Promise<unknown>) => void;

/** Makes the panel's way to act. `after` brings the panel up to date. */
export function createAttempt(after: () => Promise<void>): Attempt {
  return (act) => {
    byId('notice').textContent = '';
    act()
      .catch((error: unknown) => {
        byId('notice').textContent = error instanceof Error ? error.message : String(error);
      })
      .then(after)
      .catch(() => {});
  };
}
