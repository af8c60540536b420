import type { Scenario } from './scenario.js';
import { readScenario } from './scenario-input.js';
import aBadDay from './scenarios/a-bad-day.json' with { type: 'json' };
import aSecondCall from './scenarios/a-second-call.json' with { type: 'json' };
import everyChannel from './scenarios/every-channel.json' with { type: 'json' };
import firstCalls from './scenarios/first-calls.json' with { type: 'json' };
import supervisorHelps from './scenarios/supervisor-helps.json' with { type: 'json' };

/** The scenarios that come along, by the names of their files. */
export const scenarios: Readonly<Record<string, Scenario>> = {
  'first-calls': readScenario(firstCalls),
  'every-channel': readScenario(everyChannel),
  'a-second-call': readScenario(aSecondCall),
  'supervisor-helps': readScenario(supervisorHelps),
  'a-bad-day': readScenario(aBadDay),
};
