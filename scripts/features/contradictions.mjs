/**
 * Compares the list of Streams' members with what our source says and with what a run was seen to do.
 *
 * @param {readonly import('./describe-features.mjs').StreamsApi[]} apis
 * @param {import('./source.mjs').StreamsSource} source
 * @param {import('./record.mjs').StreamsRecord} record
 * @returns {string[]} one sentence each
 */
export function findContradictions(apis, source, record) {
  const listed = new Set(apis.flatMap(({ call }) => call ?? []));
  return [
    ...apis.flatMap((api) => rowContradictions(api, source, record)),
    ...[...source.calls]
      .filter((member) => !listed.has(member) && !internal.has(member))
      .map((member) => `${member} is called in renderer/phone and is in no row`),
  ];
}

/** What Streams has of its own and what is reached through a member that has a row. */
const internal = new Set(['getAgentDataProvider', 'getAgentData', 'onUpstream', 'success', 'failure', 'getCore']);

/**
 * @param {import('./describe-features.mjs').StreamsApi} row
 * @param {import('./source.mjs').StreamsSource} source
 * @param {import('./record.mjs').StreamsRecord} record
 * @returns {string[]}
 */
function rowContradictions({ part, api, call, runsAs = call, operation, via, reason }, source, record) {
  const name = `${part}, ${api}`;
  if ([call, via, reason].filter((use) => use !== undefined).length !== 1) return [`${name}: not exactly one use`];
  if (via !== undefined) return source.text.includes(via) ? [] : [`${name}: the source does not hold ${via}`];
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
