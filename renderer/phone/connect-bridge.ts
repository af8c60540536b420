import { effect } from '@preact/signals';
import type { Bridge } from '../../contract/bridge.js';
import { runLate } from '../models/run-late.js';
import { onlyRings } from './only-rings.js';
import type { Phone } from './phone.js';

/** Joins the phone to the desktop side: each new snapshot out, each command in with its outcome back. */
export function connectBridge(bridge: Bridge, phone: Phone): void {
  bridge.onPanelLoaded(phone.panelLoaded);
  bridge.onWoke(phone.woke);
  bridge.onExecuteCommand(({ commandId, command }) => {
    void phone.execute(command).then((failure) => {
      if (forgetLate !== null) announce();
      void bridge.settleCommand({ commandId, failure });
    });
  });
  let announced = phone.snapshot.peek();
  let forgetLate: (() => void) | null = null;
  function announce(): void {
    forgetLate?.();
    forgetLate = null;
    announced = phone.snapshot.peek();
    void bridge.announceSnapshot(announced);
  }
  // At once and not after the page is drawn: the gate must not know less than the agent sees. But a ring, which leaves the
  // agent's status as it was, waits until its frame is done: two processes that work at once hold each other up.
  effect(() => {
    if (onlyRings(announced, phone.snapshot.value)) forgetLate ??= runLate(announce);
    else announce();
  });
}
