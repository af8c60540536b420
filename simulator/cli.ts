import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseJson } from './http-exchange.js';
import type { Scenario } from './scenario.js';
import { readScenario } from './scenario-input.js';
import { scenarios } from './scenario-library.js';
import { type SessionKind, sessionKinds } from './session.js';
import { startSimulator } from './simulator.js';

// The entry of `npm run simulator`: the only module here that acts when it is loaded.

const usage = `Usage: npm run simulator -- [options]
  --port N              port of the pretend website (a free one)
  --control-port N      port of the control panel (a free one)
  --seed N              seed of customers and ids (1)
  --status NAME         status the agent starts in (Offline)
  --approved-origin URL origin that may frame the CCP; may be repeated
  --stream-file PATH    keep the agent event stream in a file
  --request-log PATH    keep the request log in a file
  --scenario NAME|PATH  play a scenario: ${Object.keys(scenarios).join(', ')}, or a file
  --quick-connects N    number of quick connects (4)
  --after-contact-ms N  end after-contact work by itself (never)
  --session KIND        ${sessionKinds.join(', ')}: what decides who is signed in (server)
  --colleague NAME      somebody else who may sign in, by the first name; may be repeated
  --identity-provider   sign in at a second host, as with a company's single sign-on
  --ignore-interrupt    go on at Ctrl+C, as whoever started this ends it
`;

/** A person at the panel expects the phone to stop ringing, as a real centre's does. */
const ringTimeoutMs = 20_000;
/** Nobody sits at the dialled phone, so it answers by itself. */
const autoAnswerOutboundMs = 3_000;

function readNumber(text: string | undefined, flag: string): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text)) throw new RangeError(`${flag} must be a whole number`);
  return Number(text);
}

function readSessionKind(text: string | undefined): SessionKind | undefined {
  const kind = sessionKinds.find((each) => each === text);
  if (text !== undefined && kind === undefined)
    throw new RangeError(`--session must be one of ${sessionKinds.join(', ')}`);
  return kind;
}

/** A scenario by its name, or from a file. Throws when the file cannot be read or holds none. */
function findScenario(nameOrPath: string): Scenario {
  const known = Object.hasOwn(scenarios, nameOrPath) ? scenarios[nameOrPath] : undefined;
  return known ?? readScenario(parseJson(readFileSync(nameOrPath, 'utf8')), nameOrPath);
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string' },
      'control-port': { type: 'string' },
      seed: { type: 'string' },
      status: { type: 'string' },
      'approved-origin': { type: 'string', multiple: true },
      'stream-file': { type: 'string' },
      'request-log': { type: 'string' },
      scenario: { type: 'string' },
      'quick-connects': { type: 'string' },
      'after-contact-ms': { type: 'string' },
      session: { type: 'string' },
      'identity-provider': { type: 'boolean' },
      'ignore-interrupt': { type: 'boolean' },
      colleague: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const scenario = values.scenario === undefined ? null : findScenario(values.scenario);
  const simulator = await startSimulator({
    port: readNumber(values.port, '--port'),
    controlPort: readNumber(values['control-port'], '--control-port'),
    seed: readNumber(values.seed, '--seed'),
    approvedOrigins: values['approved-origin'],
    streamFile: values['stream-file'],
    requestLogFile: values['request-log'],
    agent: { initialStatus: values.status },
    colleagues: values.colleague?.map((name) => ({ name, username: name.split(' ', 1)[0]?.toLowerCase() })),
    quickConnects: readNumber(values['quick-connects'], '--quick-connects'),
    afterContactMs: readNumber(values['after-contact-ms'], '--after-contact-ms') ?? null,
    session: readSessionKind(values.session),
    identityProvider: values['identity-provider'] ? {} : undefined,
    ringTimeoutMs,
    autoAnswerOutboundMs,
  });
  if (scenario) simulator.control.playScenario(scenario);
  process.stdout.write(`CCP URL:       ${simulator.ccpUrl}\nControl panel: ${simulator.controlUrl}\n`);
  if (simulator.identityUrl !== null) process.stdout.write(`Identity host: ${simulator.identityUrl}\n`);
  const stop = (): void => void simulator.stop().then(() => process.exit(0));
  process.once('SIGTERM', stop);
  // Without any handler the process would end.
  if (values['ignore-interrupt']) process.on('SIGINT', () => undefined);
  else process.once('SIGINT', stop);
}

await run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}`);
  process.exitCode = 1;
});
