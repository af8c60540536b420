import 'amazon-connect-streams';
import { startRecording } from './recorder.js';

// The least a host can be: initCCP, and one text painted when the first agent snapshot arrives. Nothing built on Streams
// can start faster, so a benchmark compares with it. Open as index.html?ccpUrl=…; &record writes down what Streams says,
// and &options=… adds members to what initCCP is given, as JSON.

/** Text of #state once the agent is there, with the time since navigation started. */
function paintReady(agent: connect.Agent): void {
  const state = document.getElementById('state');
  if (state) state.textContent = `ready: ${agent.getState().name}`;
  performance.mark('agent-ready');
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
  connect.agent(paintReady);
}
