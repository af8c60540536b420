const machine = 'test/unit/main/presence/gate-machine.test.ts';
const properties = 'test/unit/main/presence/gate-properties.test.ts';
const exits = 'test/unit/main/presence/exits.test.ts';
const commands = 'test/unit/renderer/phone/execute-command.test.ts';
const recovery = 'test/unit/main/recovery/recovery.test.ts';
const guardian = 'test/unit/guardian/guardian.test.ts';
const lease = 'test/unit/main/hook/lease-keeper.test.ts';

/** @typedef {{ file: string, from: string, to: string }} Edit `from` must be in the file once */
/** @typedef {{ file: string, test: string } | { row: number }} Catcher a unit test by its title, or a row of the fault matrix */
/** @typedef {{ name: string, edits: readonly Edit[], catchers: readonly Catcher[] }} Mutant */

/**
 * Ways to break the guarantee of Offline, each with the tests that must turn red. A row of the fault matrix is named only
 * where no unit test can see the fault.
 *
 * @type {readonly Mutant[]}
 */
export const mutants = [
  {
    name: 'Offline is sent without enqueueNextState',
    edits: [
      {
        file: 'renderer/phone/status-commands.ts',
        from: 'agent.setState(state, callbacks, { enqueueNextState: true })',
        to: 'agent.setState(state, callbacks)',
      },
    ],
    catchers: [{ file: commands, test: 'is always sent to wait for a contact that may be there: talking' }],
  },
  {
    name: 'Offline is looked for by its name',
    edits: [
      {
        file: 'renderer/phone/status-commands.ts',
        from: "String(state.type) === 'offline'",
        to: "state.name === 'Offline'",
      },
    ],
    catchers: [{ file: commands, test: 'is always sent to wait for a contact that may be there: idle' }],
  },
  {
    name: 'the app ends when the request is sent',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: "    state: attempt.state,\n    effects: [{ kind: 'stopTimers' }, ...timers, ...attempt.effects, { kind: 'probe' }],",
        to: "    state: { kind: 'left' },\n    effects: [...attempt.effects, { kind: 'exit', outcome: 'confirmed', cause }],",
      },
    ],
    catchers: [{ file: machine, test: 'holds until a snapshot confirms Offline' }],
  },
  {
    name: 'an answer of 200 is taken for Offline',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: '  if (failure === null) {\n',
        to: "  if (failure === null) return leave('confirmed', state.cause);\n  if (failure === null) {\n",
      },
    ],
    catchers: [
      { file: machine, test: 'does not take a success without a snapshot for Offline, and tries again' },
      {
        file: properties,
        test: 'call Offline confirmed only when the snapshot shows it, and queued only when it shows that',
      },
    ],
  },
  {
    name: 'nothing is tried twice',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: "effects: [{ kind: 'setTimer', timer: 'nextAttempt', afterMs }],",
        to: 'effects: [],',
      },
    ],
    catchers: [{ file: machine, test: 'survives two 503 and leaves after the third attempt' }],
  },
  {
    name: 'an attempt may use up the whole limit',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: 'Math.max(1, Math.min(attemptMs[state.cause], leftMs))',
        to: 'leftMs',
      },
    ],
    catchers: [{ file: machine, test: 'gives each attempt at most 2.5 s and never more than is left' }],
  },
  {
    name: 'a command waits for ever',
    edits: [
      {
        file: 'main/phone/phone-link.ts',
        from: "setTimeout(() => settle(commandId, { reason: 'noAnswer', detail: null }), timeoutMs)",
        to: 'undefined',
      },
    ],
    catchers: [{ file: 'test/unit/main/phone-link.test.ts', test: 'gives up after its time-out, not before' }],
  },
  {
    name: 'signals are not heard',
    edits: [
      {
        file: 'main/presence/exits.ts',
        from: "  for (const signal of systemSignals) process.on(signal, () => gate.askExit('system', signal));\n",
        to: '',
      },
    ],
    catchers: [{ file: exits, test: 'leads SIGTERM to the gate as the system' }],
  },
  {
    name: 'signals are listened to before the app is ready',
    edits: [
      {
        file: 'main/presence/exits.ts',
        from: "  for (const signal of systemSignals) process.on(signal, () => gate.askExit('system', signal));\n",
        to: '',
      },
      {
        file: 'main/index.ts',
        from: "const userData = app.getPath('userData');\n",
        to: `const userData = app.getPath('userData');
const early: { gate?: { askExit(cause: 'system', what: string): void } } = {};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => early.gate?.askExit('system', signal));
`,
      },
      {
        file: 'main/index.ts',
        from: '  const memory = createAgentMemory(link, gate);\n',
        to: '  early.gate = gate;\n  const memory = createAgentMemory(link, gate);\n',
      },
    ],
    catchers: [{ row: 7 }],
  },
  {
    name: 'a shutdown is listened to before sleep',
    edits: [
      { file: 'main/presence/session-end.ts', from: "  power.on('suspend', () => record('suspend'));\n", to: '' },
      {
        file: 'main/presence/session-end.ts',
        from: "power.on('shutdown', shutdown as () => void);",
        to: "power.on('shutdown', shutdown as () => void);\n  power.on('suspend', () => record('suspend'));",
      },
    ],
    catchers: [
      {
        file: 'test/unit/main/presence/session-end.test.ts',
        test: 'is listened to after `suspend`, or Electron takes no lock',
      },
      { row: 46 },
    ],
  },
  {
    name: "sleep is nobody's business",
    edits: [{ file: 'main/presence/guard-sleep.ts', from: "if (wanted()) gate.askSleep('system');", to: 'wanted();' }],
    catchers: [{ row: 48 }],
  },
  {
    name: 'the computer may sleep before Offline is confirmed',
    edits: [
      {
        file: 'main/safety/sleep-lock-layer.ts',
        from: 'if (leaving()) limit = setTimeout(lock.release, limitMs);\n    else lock.release();',
        to: 'lock.release();',
      },
    ],
    catchers: [
      { row: 48 },
      {
        file: 'test/unit/main/safety/sleep-lock-layer.test.ts',
        test: 'lets the computer sleep once Offline is confirmed',
      },
    ],
  },
  {
    name: 'the start at login stays when Offline is confirmed',
    edits: [
      {
        file: 'main/safety/login-start-layer.ts',
        from: '      entry.remove();\n',
        to: '',
      },
    ],
    catchers: [
      {
        file: 'test/unit/main/safety/login-start-layer.test.ts',
        test: 'is written once, whatever the status is, and removed when nobody may be left behind',
      },
    ],
  },
  {
    name: 'the closing of the window is not held',
    edits: [
      {
        file: 'main/presence/exits.ts',
        from: '    event.preventDefault();\n    closed();',
        to: '    closed();',
      },
    ],
    catchers: [{ file: exits, test: 'holds the closing of the window and leads it to the gate' }],
  },
  {
    name: 'a closed window is hidden although nobody shows the icon that opens it again',
    edits: [
      {
        file: 'main/shell/closing.ts',
        from: "whenClosed === 'quit' || !deps.reachable()",
        to: "whenClosed === 'quit'",
      },
    ],
    catchers: [
      { file: 'test/unit/main/shell/closing.test.ts', test: 'never hides where nothing opens the window again (tray)' },
    ],
  },
  {
    name: 'a page may object to unloading',
    edits: [
      {
        file: 'main/presence/exits.ts',
        from: "  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());\n",
        to: '',
      },
    ],
    catchers: [{ file: exits, test: 'overrules a page that objects to unloading' }],
  },
  {
    name: 'a ring is left ringing',
    edits: [
      {
        file: 'main/presence/dismissals.ts',
        from: "    ...each('reject', presence.ringingContactIds),\n",
        to: '',
      },
    ],
    catchers: [
      { file: machine, test: 'rejects the ring once Offline is queued, clears it, and leaves without a question' },
    ],
  },
  {
    name: 'after-contact work is not cleared',
    edits: [{ file: 'main/presence/dismissals.ts', from: "    ...each('clear', presence.overContactIds),\n", to: '' }],
    catchers: [{ file: machine, test: 'queues Offline, then clears the contact once, then leaves' }],
  },
  {
    name: 'an exception nobody caught does not lead to the gate',
    edits: [
      {
        file: 'main/presence/open-presence.ts',
        from: "  process.on('uncaughtException', () => gate.askExit('crash', 'uncaught-exception'));\n",
        to: '',
      },
    ],
    catchers: [{ row: 17 }],
  },
  {
    name: 'recovery restarts during a live call',
    edits: [{ file: 'main/recovery/recovery.ts', from: ' && !deps.onCall()', to: '' }],
    catchers: [{ file: recovery, test: 'never restarts during a live call, and does it after the call' }],
  },
  {
    name: 'recovery does not wait for the end of what it kills',
    edits: [{ file: 'main/recovery/recovery.ts', from: 'await pulse.killPanel();', to: 'void pulse.killPanel();' }],
    catchers: [{ file: recovery, test: 'kills a panel that hangs and, when it is gone, loads the page anew, once' }],
  },
  {
    name: 'a leaving revives the page that holds a live call',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: 'if (state.reviving || holdsCall) return',
        to: 'if (state.reviving) return',
      },
    ],
    catchers: [{ file: machine, test: 'is left alone while it holds the call of an agent who quits after it' }],
  },
  {
    name: 'recovery restarts without end',
    edits: [
      {
        file: 'main/recovery/restart-limit.ts',
        from: "      if (left === null) return 'refused';\n      return left === 0 ? 'last' : 'free';\n",
        to: "      return left === null ? 'free' : 'free';\n",
      },
    ],
    catchers: [
      {
        file: recovery,
        test: 'restarts a page that crashes twice, sets the agent Offline at the third crash, and then leaves it',
      },
    ],
  },
  {
    name: 'the loss of the network process is not noticed',
    edits: [
      {
        file: 'main/presence/open-presence.ts',
        from: "if (serviceName === 'network.mojom.NetworkService') listener();",
        to: "if (serviceName === 'nothing') listener();",
      },
    ],
    catchers: [{ row: 29 }],
  },
  {
    name: 'the loss of the network process is forgotten during a call',
    edits: [{ file: 'main/recovery/recovery.ts', from: '    networkLost = true;\n', to: '' }],
    catchers: [
      {
        file: recovery,
        test: 'keeps the page with a live call when the network of the app is lost, and mends it after the call',
      },
    ],
  },
  {
    name: 'a page that is loaded anew makes the gate forget the agent',
    edits: [
      {
        file: 'main/presence/presence.ts',
        from: 'return snapshot.agent === null ? { ...previous, phoneReady: false } : readPresence(snapshot);',
        to: 'return previous === null ? previous : readPresence(snapshot);',
      },
    ],
    catchers: [
      {
        file: 'test/unit/main/presence/gate.test.ts',
        test: 'does not forget an agent because the page was reloaded',
      },
    ],
  },
  {
    name: 'Offline that is only queued ends with code 0',
    edits: [
      {
        file: 'main/presence/gate-limits.ts',
        from: "outcome === 'queued' || outcome === 'unconfirmed'",
        to: "outcome === 'unconfirmed'",
      },
    ],
    catchers: [
      {
        file: machine,
        test: 'hands over as soon as Offline is queued on a contact, which is not the same as Offline',
      },
    ],
  },
  {
    name: 'a question is asked while the system ends',
    edits: [
      {
        file: 'main/presence/gate-machine.ts',
        from: "  if (state.cause !== 'agent') return leave(presence.offlineWhenClear ? 'queued' : 'unconfirmed', state.cause);\n",
        to: '',
      },
    ],
    catchers: [{ file: machine, test: 'leaves unconfirmed after 4 s and shows nobody a question' }],
  },
  {
    name: 'an update installs before Offline',
    edits: [{ file: 'main/presence/gate.ts', from: 'install = whenOffline;', to: 'whenOffline();' }],
    catchers: [
      {
        file: 'test/unit/main/presence/update-exit.test.ts',
        test: 'row 45: an update waits for Offline, and then finds every exit open',
      },
    ],
  },
  {
    name: 'the exit ledger is told nothing',
    edits: [{ file: 'main/index.ts', from: '      exits.left(report);\n', to: '' }],
    catchers: [{ row: 1 }],
  },
  {
    name: 'nobody watches over the app',
    edits: [
      { file: 'main/safety/open-safety.ts', from: '      ...(guardian.wanted ? [guardianLayer] : []),\n', to: '' },
    ],
    catchers: [{ row: 11 }],
  },
  {
    name: 'the guardian is of the group of the app',
    edits: [{ file: 'main/guardian/launch-guardian.ts', from: 'detached: true', to: 'detached: false' }],
    catchers: [{ row: 14 }],
  },
  {
    name: 'the guardian acts for an app that is not the newest',
    edits: [
      {
        file: 'guardian/guardian.ts',
        from: 'if (newest !== null && newest > order.epoch) {',
        to: 'if (newest === -1) {',
      },
    ],
    catchers: [{ file: guardian, test: 'reads the marker before each hidden start' }],
  },
  {
    name: 'the guardian does not hand on the cookies',
    edits: [{ file: 'guardian/processes.ts', from: 'child.stdin.end(jar);', to: 'child.stdin.end();' }],
    catchers: [{ row: 12 }],
  },
  {
    name: 'a hidden run does not take the cookies',
    edits: [{ file: 'main/rescue/run-rescue.ts', from: 'cookies: unpackJar(await piped) ?? [],', to: 'cookies: [],' }],
    catchers: [{ row: 12 }],
  },
  {
    name: 'the marker may be lost by a power cut',
    edits: [{ file: 'main/safety/marker-file.ts', from: '    fsyncSync(opened);\n', to: '' }],
    catchers: [
      {
        file: 'test/unit/main/safety/marker-on-disk.test.ts',
        test: 'has its text on the disk before it takes the place of the former',
      },
    ],
  },
  {
    name: 'the hook is asked after the hidden start',
    edits: [
      {
        file: 'guardian/guardian-machine.ts',
        from: 'return state.assignment.hasHook ? callHook(state, 1, nowMs + hookWindowMs, nowMs) : withoutHook(state, nowMs);',
        to: 'return state.assignment.hasHook && state.rounds > 0 ? callHook(state, 1, nowMs + hookWindowMs, nowMs) : withoutHook(state, nowMs);',
      },
    ],
    catchers: [
      {
        file: 'test/unit/guardian/guardian-machine.test.ts',
        test: 'calls the hook in the same step, and is done when it helps',
      },
    ],
  },
  {
    name: 'the next start makes nothing good',
    edits: [
      { file: 'main/safety/make-good.ts', from: 'if (left === null) return', to: 'if (left !== undefined) return' },
    ],
    catchers: [{ row: 15 }],
  },
  {
    name: 'a lease is not renewed',
    edits: [
      {
        file: 'main/hook/lease-keeper.ts',
        from: '      timer = setInterval(() => void renew(begun), intervalMs);\n',
        to: '',
      },
    ],
    catchers: [{ file: lease, test: 'is taken at once and renewed at each interval with a number that grows' }],
  },
  {
    name: 'the lease of an agent who left without Offline is released',
    edits: [
      {
        file: 'main/safety/lease-layer.ts',
        from: '(isConfirmed ? keeper.disarm() : keeper.lapse())',
        to: '(isConfirmed ? keeper.disarm() : keeper.disarm())',
      },
    ],
    catchers: [
      {
        file: 'test/unit/main/safety/lease-layer.test.ts',
        test: 'leaves the lease of an agent who leaves without a confirmed Offline to run out',
      },
    ],
  },
  {
    name: 'the token of the hook follows a redirect',
    edits: [{ file: 'main/hook/hook-client.ts', from: "redirect: 'error'", to: "redirect: 'follow'" }],
    catchers: [
      {
        file: 'test/unit/main/hook/hook-client.test.ts',
        test: 'is not followed elsewhere, so that the token stays where it belongs',
      },
    ],
  },
];
