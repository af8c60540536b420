import { budgets } from './budgets.mjs';
import { measureStart } from './measure-start.mjs';
import { describeAll } from './report.mjs';
import { openAll } from './station.mjs';
import { appSubject, bareSubject } from './subjects.mjs';

const rounds = 5;

/**
 * Start and memory of the app beside the bare Streams page, as text: the benchmark's first part, in few rounds.
 *
 * @param {string} folder where the profiles go
 */
export async function compareWithBarePage(folder) {
  const subjects = [bareSubject(), appSubject()];
  const stations = await openAll(subjects, folder);
  try {
    const compared = budgets.filter(({ against }) => against === 'bare');
    return describeAll(await measureStart(stations, rounds), subjects, compared).text;
  } finally {
    for (const station of stations) await station.close();
  }
}
