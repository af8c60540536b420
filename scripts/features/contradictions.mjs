/**
 * Compares the list of Streams' members with what our source says and with what a run was seen to do.
 *
 * @param {readonly import('./describe-features.mjs').StreamsApi[]} apis
 * @param {import('./source.mjs').StreamsSource} source
 * @param {import('./record.mjs').StreamsRecord} record
 * @param {(file: string) => boolean} hasTest whether there is such a file in test/
 * @returns {string[]} one sentence each
 */
export function findContradictions(apis, source, record, hasTest) {
  const listed = new Set(apis.flatMap(({ call }) => call ?? []));
  return [
    ...apis.flatMap((api) => rowContradictions(api, source, record, hasTest)),
    ...[...source.calls]
      .filter((member) => !listed.has(member) && !internal.has(member))
      .map((member) => `${member} is called in renderer/phone and is in no row`),
  ];
}

/** What Streams has of its own and what is reached through a member that has a row. */
const internal = new Set([
  'getAgentDataProvider',
  'getAgentData',
  'getLog',
  'onUpstream',
  'success',
  'failure',
  'getCore',
]);

/**
 * @param {import('./describe-features.mjs').StreamsApi} row
 * @param {import('./source.mjs').StreamsSource} source
 * @param {import('./record.mjs').StreamsRecord} record
 * @param {(file: string) => boolean} hasTest
 * @returns {string[]}
 */
function rowContradictions(
  { part, api, call, runsAs = call, operation, via, provedBy, reason },
  source,
  record,
  hasTest,
) {
  const name = `${part}, ${api}`;
  if ([call, via, reason].filter((use) => use !== undefined).length !== 1) return [`${name}: not exactly one use`];
  if (via !== undefined) {
    if (!source.text.includes(via)) return [`${name}: the source does not hold ${via}`];
    if (provedBy === undefined) return [`${name}: no test is named for what cannot be seen as a call`];
    return hasTest(provedBy) ? [] : [`${name}: there is no test/${provedBy}`];
  }
  if (reason !== undefined) {
    const members = api.split(/,? /).filter((word) => /^[a-z]\w+$/.test(word));
    return members
      .filter((member) => source.calls.has(member))
      .map((member) => `${name}: ${member} is called after all`);
  }
  if (call === undefined || runsAs === undefined) return [];
  if (!source.calls.has(call)) return [`${name}: renderer/phone does not call ${call}`];
  const unseen = [];
  if (!record.members.has(runsAs)) unseen.push(`${name}: ${call} was not seen to run`);
  if (operation !== undefined && !record.operations.has(operation)) unseen.push(`${name}: ${operation} was not seen`);
  return unseen;
}
