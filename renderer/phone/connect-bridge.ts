import { effect } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import type { Phone } from './phone.js';

/**
 * Joins the phone to the desktop side: each new snapshot out, each command in with its outcome back. `later` runs work as
 * soon as what the page does now is done: the agent's own window is drawn first, and of snapshots in between only the
 * newest goes out.
 */
export function connectBridge(bridge: Bridge, phone: Phone, later: (work: () => void) => void = afterThisTask): void {
  let announced: PhoneSnapshot | null = null;
  function announce(): void {
    const snapshot = phone.snapshot.peek();
    if (snapshot === announced) return;
    announced = snapshot;
    void bridge.announceSnapshot(snapshot);
  }

  bridge.onPanelLoaded(phone.panelLoaded);
  bridge.onWoke(phone.woke);
  bridge.onExecuteCommand(({ commandId, command }) => {
    void phone.execute(command).then((failure) => {
      // What a command has changed is known before its outcome is.
      announce();
      return bridge.settleCommand({ commandId, failure });
    });
  });
  announce();
  effect(() => {
    if (phone.snapshot.value !== announced) later(announce);
  });
}

/** Without the delay of a timer, which a browser makes longer when they come one after the other. */
function afterThisTask(work: () => void): void {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    port1.close();
    work();
  };
  port2.postMessage(null);
}
