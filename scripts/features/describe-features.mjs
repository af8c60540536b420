/**
 * One member or option of Streams that agents or IT could need. Exactly one of `call`, `via` and `reason` is there.
 *
 * @typedef {object} StreamsApi
 * @property {string} part what it belongs to
 * @property {string} api its name, or several that are one thing
 * @property {'M' | 'S' | 'N'} rating must, should or niche
 * @property {string} [call] member that our source calls and that the end-to-end tests were seen to run
 * @property {string} [runsAs] the name Streams' function itself has, where the member is only another name for it
 * @property {string} [operation] operation of Connect that the simulator then saw
 * @property {string} [via] text of our source that uses it without a call of its own
 * @property {string} [provedBy] with `via`: the file in test/ that proves it, as an option or an event is no call to be seen
 * @property {string} [reason] why it is not used
 */

/**
 * @typedef {object} Features
 * @property {readonly { id: string, what: string, state: string, tests: string }[]} rows
 * @property {readonly string[]} planned
 */

const intro = `# Features

What exists in version 0.1.0. "Done" means done as described in the row; "partly" means that the row names all there is. Test files are in \`test/\`.

This file is written by \`npm run features\` from [features.json](features.json) and [streams-apis.json](streams-apis.json); change those. \`npm test\` fails when it is not what they give.
`;

const streamsIntro = `## Amazon Connect Streams, member by member

Every member and option that a desktop agent must (M) or should (S) have, some that are niche (N), and what becomes of each. "Called" means that our source calls it and that the end-to-end tests of the same run were seen to run it in the app as it ships; with an operation, that the simulated Connect answered that operation too. \`npm test\` fails for a row that claims it without having been seen, for a row with a reason that was seen to be called, and for a call of ours that has no row. Options and events are no calls; their rows name the test that proves them.
`;

/** @param {readonly string[]} cells */
const line = (cells) => `| ${cells.join(' | ')} |`;

/**
 * @param {Features} features
 * @param {readonly StreamsApi[]} apis
 * @returns {string}
 */
export function describeFeatures({ rows, planned }, apis) {
  const featureLines = rows.map(({ id, what, state, tests }) => line([id, what, state, tests]));
  const apiLines = apis.map((api) => line([api.part, `\`${api.api}\``, api.rating, use(api)]));
  return [
    intro,
    line(['ID', 'what', 'state', 'tests']),
    '|---|---|---|---|',
    ...featureLines,
    '',
    '## Planned',
    '',
    ...planned.map((item) => `- ${item}`),
    '',
    streamsIntro,
    line(['part', 'member', '', 'use']),
    '|---|---|---|---|',
    ...apiLines,
    '',
  ].join('\n');
}

/** @param {StreamsApi} api */
function use({ call, operation, via, provedBy, reason }) {
  if (call !== undefined) return operation === undefined ? 'called' : `called, \`${operation}\``;
  return via === undefined ? `not used: ${reason}` : `used as \`${via}\`, proved by \`${provedBy}\``;
}
