import type { PanelRefusal } from '../../contract/panel-refusal.js';
import { createUnread, type Unread } from './unread.js';

/** What pages were refused, until it is read. */
export type PanelRefusals = Unread<PanelRefusal>;

export const createPanelRefusals = (): PanelRefusals => createUnread(refusalKey);

export const refusalKey = (refusal: PanelRefusal): string =>
  'host' in refusal ? `${refusal.kind} ${refusal.host}` : refusal.kind;
