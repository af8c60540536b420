import 'amazon-connect-streams';
import { startRecording } from './recorder.js';

// The least a host can be: initCCP, and one text painted on each agent snapshot. Nothing built on Streams can be faster,
// so the benchmark compares with it. Open as index.html?ccpUrl=…; &record writes down what Streams says, and &options=…
// adds members to what initCCP is given, as JSON.

/** Writes the status into #state and, with a contact, its attributes behind it. */
function paint(agent: connect.Agent): void {
  const state = document.getElementById('state');
  const attributes = Object.values(agent.getContacts()[0]?.getAttributes() ?? {}).map((each) => each?.value);
  if (state) state.textContent = [`ready: ${agent.getState().name}`, ...attributes].join(' ');
}

const container = document.getElementById('ccp');
const parameters = new URLSearchParams(location.search);
const ccpUrl = parameters.get('ccpUrl');
if (container && ccpUrl !== null) {
  const more = JSON.parse(parameters.get('options') ?? '{}') as Partial<connect.InitCCPOptions>;
  connect.core.initCCP(container, {
    ccpUrl,
    loginPopup: false,
    softphone: { allowFramedSoftphone: true },
    ...more,
  });
  if (parameters.has('record')) startRecording();
  connect.agent((agent) => {
    paint(agent);
    agent.onRefresh(paint);
  });
}
