import { readAttributes, readFault, readWebSocketModeName } from './control-input.js';
import { type Check, duration, flag, listOf, membersOf, oneOf, orNull, refuse, text } from './input-checks.js';
import { type Scenario, type ScenarioStep, scenarioActs } from './scenario.js';

// Reads a scenario file. Everything here throws a Refusal (ValidationException) that says what is wrong and where.

const contactStates = 'INCOMING|PENDING|CONNECTING|CONNECTED|CONNECTED_ONHOLD|PAUSED|MISSED|ERROR|ENDED|REJECTED';
const condition = new RegExp(`^(signedIn|contactGone|(agentStatus|nextStatus):.+|contactState:(${contactStates}))$`);

const readCondition: Check<string> = (value, name) =>
  condition.test(text(value, name)) ? String(value) : refuse(`${name} is no condition: ${String(value)}`);

/** Members a step cannot do without, by what it does. */
const needed: Readonly<Partial<Record<ScenarioStep['do'], 'status' | 'fault' | 'mode' | 'attributes'>>> = {
  changeStatus: 'status',
  setFault: 'fault',
  setWebSocket: 'mode',
  setAttributes: 'attributes',
};

const readStep: Check<ScenarioStep> = (value, name) => {
  const step = membersOf<Required<ScenarioStep>>({
    after: readCondition,
    waitMs: duration,
    do: oneOf(...scenarioActs),
    as: text,
    contact: text,
    status: text,
    fault: readFault,
    mode: readWebSocketModeName,
    customer: text,
    attributes: readAttributes,
    queue: text,
    phoneNumber: orNull(text),
    channel: oneOf('voice', 'queue_callback', 'chat', 'task', 'email'),
    waitedMs: duration,
    description: text,
    interrupts: flag,
  })(value, name);
  const act = step.do ?? refuse(`${name}.do is missing`);
  const member = needed[act];
  if (member !== undefined && step[member] === undefined) refuse(`${name}.${member} is missing`);
  return { ...step, do: act };
};

/** Reads what is to be played: `{ "name": … }` of one that comes along, or `{ "scenario": … }` with a whole one. */
export function readScenarioChoice(body: unknown): string | Scenario {
  const { name, scenario } = membersOf<{ name: string; scenario: Scenario }>({ name: text, scenario: readScenario })(
    body,
    'The body',
  );
  return scenario ?? name ?? refuse('name or scenario is missing');
}

/** Reads a parsed scenario file. */
export function readScenario(value: unknown, name = 'The scenario'): Scenario {
  const { title, description, steps } = membersOf<Scenario & { $schema: string }>({
    $schema: text,
    title: text,
    description: text,
    steps: listOf(readStep),
  })(value, name);
  return {
    title: title ?? refuse('title is missing'),
    description: description ?? '',
    steps: steps ?? refuse('steps is missing'),
  };
}
