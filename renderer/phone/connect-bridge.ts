import { effect } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import type { PhoneSnapshot } from '../../contract/snapshot.js';
import { afterThisTask } from '../models/after-this-task.js';
import type { Phone } from './phone.js';

/**
 * Joins the phone to the desktop side: each new snapshot out, each command in with its outcome back. `later` resolves
 * when what the page does now is done: the agent's own window is drawn first, and of snapshots in between only the
 * newest goes out.
 */
export function connectBridge(bridge: Bridge, phone: Phone, later = afterThisTask): void {
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
    if (phone.snapshot.value !== announced) void later().then(announce);
  });
}
