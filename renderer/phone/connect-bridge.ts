import { effect } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { Phone } from './phone.js';

/** Joins the phone to the desktop side: each new snapshot out, each command in with its outcome back. */
export function connectBridge(bridge: Bridge, phone: Phone): void {
  bridge.onPanelLoaded(phone.panelLoaded);
  bridge.onWoke(phone.woke);
  bridge.onExecuteCommand(({ commandId, command }) => {
    void phone.execute(command).then((failure) => bridge.settleCommand({ commandId, failure }));
  });
  // At once and not after the page is drawn: the gate must not know less than the agent sees.
  effect(() => {
    void bridge.announceSnapshot(phone.snapshot.value);
  });
}
