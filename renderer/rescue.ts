import type { Bridge } from '../contract/bridge.js';
import type { Command, CommandFailure } from '../contract/command.js';
import { connectBridge } from './phone/connect-bridge.js';
import { createStreamsPhone } from './phone/streams-phone.js';

declare const window: Window & { readonly switchhook: Bridge };

/** What a run that only sets the agent Offline may do: that, and what of the contacts is in its way. */
const ALLOWED: ReadonlySet<Command['kind']> = new Set(['goOffline', 'reject', 'clear']);

/** Composes the page of a rescue run: bridge and phone, without a screen and without the sound of a softphone. */
async function startPage(bridge: Bridge): Promise<void> {
  const start = await bridge.readStart(undefined);
  if (!start.ok) throw new Error(`The desktop side refused the page: ${start.failure.kind}`);
  const phone = createStreamsPhone({ ...start.value.settings, silent: true });
  const refuse = async (): Promise<CommandFailure> => ({ reason: 'notNow', detail: null });
  connectBridge(bridge, {
    ...phone,
    execute: (command) => (ALLOWED.has(command.kind) ? phone.execute(command) : refuse()),
  });
  void bridge.listen(undefined);
  phone.attach(document.body);
}

void startPage(window.switchhook);
