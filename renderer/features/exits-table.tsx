import { isClean, outcomeOf, statusBefore } from '../../contract/clean-exit.js';
import type { ExitEntry } from '../../contract/exit-entry.js';
import { confirmedAfter, lookOfExit, wayOf } from '../models/exit-look.js';
import { ForeignText } from '../ui/foreign-text.js';
import { StatusShape } from '../ui/status-shape.js';
import { useScreen } from './screen-context.js';

export interface ExitsTableProps {
  readonly entries: readonly ExitEntry[];
  readonly inUtc: boolean;
}

const columns = ['when', 'outcome', 'way', 'status', 'ghost', 'confirmedAfter', 'contacts', 'attempts'] as const;
const nothing = '–';

/** The exits as a table. In a narrow window each row is a block of its own, in which the heads stand before the values. */
export function ExitsTable({ entries, inUtc }: ExitsTableProps) {
  const { exits } = useScreen().words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what can be scrolled must be reachable by the keyboard
    <section class="exits" aria-label={exits.title} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {exits.column[column]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <ExitRow key={`${entry.startedAtMs} ${entry.report?.endedAtMs}`} entry={entry} inUtc={inUtc} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function ExitRow({ entry, inUtc }: { readonly entry: ExitEntry; readonly inUtc: boolean }) {
  const { words, times } = useScreen();
  const { exits } = words;
  const { report, startedAtMs, lastSign, ghostMs } = entry;
  const clean = isClean(entry);
  const tookMs = confirmedAfter(entry);
  const reason = report === null || clean || report.lastReason === null ? '' : words.leaving.reason[report.lastReason];
  const status = statusBefore(entry);
  const when = report?.endedAtMs ?? lastSign?.atMs;
  return (
    <tr class={clean ? '' : 'unclean'}>
      <th scope="row" class={when === undefined ? '' : 'known'}>
        {when === undefined ? exits.began(times.moment(startedAtMs, inUtc)) : times.moment(when, inUtc)}
      </th>
      <td data-head={exits.column.outcome}>
        <span class="exit-outcome">
          <StatusShape {...lookOfExit(entry)} />
          <span>
            {exits.outcome[outcomeOf(entry)]}
            {reason !== '' && ` (${reason})`}
          </span>
        </span>
      </td>
      <td data-head={exits.column.way}>{exits.way[wayOf(entry)]}</td>
      <td data-head={exits.column.status}>{status === null ? nothing : <ForeignText text={status} />}</td>
      <td data-head={exits.column.ghost}>
        {clean ? nothing : ghostMs === null ? exits.notKnown : times.lasting(ghostMs)}
      </td>
      <td data-head={exits.column.confirmedAfter}>{tookMs === null ? nothing : times.brief(tookMs)}</td>
      <td data-head={exits.column.contacts}>{report?.contactsBefore ?? lastSign?.contacts ?? nothing}</td>
      <td data-head={exits.column.attempts}>{report?.attempts ?? nothing}</td>
    </tr>
  );
}
