import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ExitEntry } from '../../contract/exit-entry.js';
import { Button } from '../ui/button.js';
import { Dialog } from '../ui/dialog.js';
import { ExitsTable } from './exits-table.js';
import { useScreen } from './screen-context.js';

/** The exit ledger, as the desktop side keeps it. */
export interface ExitList {
  /** Newest first; null when it could not be read. */
  readonly read: () => Promise<readonly ExitEntry[] | null>;
  /** Saves it as a file, which is told as any download. */
  readonly save: (format: 'csv' | 'json') => void;
}

export interface ExitsViewProps extends ExitList {
  readonly onClose: () => void;
  /** What became of the files that were saved: the window behind cannot be reached meanwhile. */
  readonly children: ComponentChildren;
}

/** Every end of the app that is still kept, to read and to save. */
export function ExitsView({ read, save, onClose, children }: ExitsViewProps) {
  const { exits } = useScreen().words;
  const [entries, setEntries] = useState<readonly ExitEntry[] | null | 'reading'>('reading');
  const [inUtc, setInUtc] = useState(false);
  useEffect(() => void read().then(setEntries), []);
  const some = entries !== null && entries !== 'reading' && entries.length > 0;
  return (
    <Dialog role="dialog" look="wide" title={exits.title} advice={exits.advice} onEscape={onClose}>
      {some && (
        <label class="exits-utc">
          <input type="checkbox" checked={inUtc} onChange={() => setInUtc(!inUtc)} />
          {exits.utc}
        </label>
      )}
      {some && <ExitsTable entries={entries} inUtc={inUtc} />}
      {entries === null && <p role="alert">{exits.unread}</p>}
      {entries?.length === 0 && <p role="status">{exits.empty}</p>}
      {children}
      <div class="row">
        <Button label={exits.close} look="primary" onPress={onClose} />
        {some && <Button label={exits.saveCsv} onPress={() => save('csv')} />}
        {some && <Button label={exits.saveJson} onPress={() => save('json')} />}
      </div>
    </Dialog>
  );
}
