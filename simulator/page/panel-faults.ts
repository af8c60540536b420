import { byId } from './element.js';
import { call, type PanelFault, type PanelState } from './panel-api.js';
import type { Attempt } from './panel-attempt.js';
import { makeSwitch } from './panel-controls.js';

const presets: readonly (readonly [label: string, fault: PanelFault])[] = [
  ['Accepting is refused', { op: 'AcceptContact', kind: 'status', status: 400, type: 'InvalidStateException' }],
  ['Status changes take 5 seconds', { op: 'PutAgentState', kind: 'delay', ms: 5_000 }],
  ['Every call fails', { op: '*', kind: 'status', status: 500 }],
  ['Every call is throttled', { op: '*', kind: 'status', status: 429, type: 'ThrottlingException' }],
  ['Snapshots stall', { op: 'GetAgentSnapshot', kind: 'hang' }],
  ['The page is missing', { op: 'page', kind: 'status', status: 404 }],
  ['The page falls silent after 10 seconds', { op: 'page', kind: 'dead', ms: 10_000 }],
  ['Sign-in is broken', { op: 'authorize', kind: 'status', status: 500 }],
];

const socketModes: readonly (readonly [label: string, mode: string])[] = [
  ['The web socket is refused', 'refuse'],
  ['Heartbeats are not answered', 'mute-heartbeat'],
];

function isSame(one: PanelFault, other: PanelFault): boolean {
  return one.op === other.op && one.kind === other.kind && one.status === other.status;
}

/** The control takes faults one by one and clears them all, so taking one away means setting the rest again. */
async function setFaults(faults: readonly PanelFault[]): Promise<void> {
  await call('DELETE', 'faults');
  for (const fault of faults) await call('POST', 'faults', fault);
}

/** Sets the switches up. The returned function draws them as the centre has them. */
export function installFaults(attempt: Attempt): (state: PanelState) => void {
  let latest: PanelState | null = null;

  const switches = [
    ...presets.map(([label, fault]) =>
      makeSwitch(
        attempt,
        label,
        ({ faults }) => faults.some((each) => isSame(each, fault)),
        (on) => {
          const others = (latest?.faults ?? []).filter((each) => !isSame(each, fault));
          return setFaults(on ? [...others, fault] : others);
        },
      ),
    ),
    ...socketModes.map(([label, mode]) =>
      makeSwitch(
        attempt,
        label,
        ({ webSocketMode }) => webSocketMode === mode,
        (on) => call('POST', 'web-socket', { mode: on ? mode : 'normal' }),
      ),
    ),
  ];
  byId('faults').replaceChildren(...switches.map(({ row }) => row));
  byId('drop-socket').addEventListener('click', () => attempt(() => call('POST', 'web-socket', { mode: 'drop' })));
  byId('calm').addEventListener('click', () =>
    attempt(() => Promise.all([call('DELETE', 'faults'), call('POST', 'web-socket', { mode: 'normal' })])),
  );

  return (state) => {
    latest = state;
    for (const { draw } of switches) draw(state);
    (byId('calm') as HTMLButtonElement).disabled = state.faults.length === 0 && state.webSocketMode === 'normal';
  };
}
