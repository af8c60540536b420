import type { ReadonlySignal } from '@preact/signals';
import type { Command, CommandFailure } from '../../contract/command.js';
import type { Health, PanelTrouble } from '../../contract/health.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { QuickConnectDirectory } from './quick-connect.js';

/** The phone as every screen sees it; which vendor is behind it shows nowhere else. */
export interface Phone {
  /** Changes only when the value differs. */
  readonly snapshot: ReadonlySignal<PhoneSnapshot>;
  /** Who a call can be passed to with one press; nothing until `loadQuickConnects`. */
  readonly quickConnects: ReadonlySignal<QuickConnectDirectory>;
  /** Reads the quick connects anew. */
  loadQuickConnects(): void;
  /** Carries out a command; resolves with its failure or null, never rejects, always within its time-out. */
  execute(command: Command): Promise<CommandFailure | null>;
  /** What the desktop side saw of the panel's frame. */
  panelLoaded(trouble: PanelTrouble | null): void;
  /** The computer has woken up: what the panel holds is old. */
  woke(): void;
  /** Notes what is being done about the panel's trouble, for the snapshot. */
  recovering(recovery: Health['recovery']): void;
  /** Opens the instance's sign-in in its own window, as it cannot be framed. */
  signIn(): void;
  /** Loads the panel anew. Ends a live call's audio, so it is for a panel without one. */
  restartPanel(): void;
}
