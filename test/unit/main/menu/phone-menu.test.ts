import { describe, expect, it } from 'vitest';
import { availableActions, isAvailable } from '../../../../contract/actions.js';
import type { PhoneSnapshot } from '../../../../contract/snapshot.js';
import { english } from '../../../../contract/words/english.js';
import { german } from '../../../../contract/words/german.js';
import { phoneMenu } from '../../../../main/menu/phone-menu.js';
import { barLines, dockLines, type MenuLine, thumbButtons, trayLines } from '../../../../main/menu/surface-menus.js';
import { buildAgent, buildContact, buildSnapshot, lunch } from '../../contract/build-snapshot.js';

const with_ = (change: Partial<PhoneSnapshot>): PhoneSnapshot => buildSnapshot({ agent: buildAgent(), ...change });
const idle = with_({ contacts: [] });
const ringing = with_({ contacts: [buildContact({ state: 'incoming' })] });
const talking = with_({ contacts: [buildContact()] });
const muted = with_({ contacts: [buildContact()], muted: true });
const working = with_({ contacts: [buildContact({ state: 'ended' })] });
const missed = with_({ contacts: [buildContact({ state: 'missed', ending: 'missed' })] });
const chat = with_({ contacts: [buildContact({ channel: 'chat', state: 'incoming' })] });
const nobody = buildSnapshot({ agent: null, contacts: [] });
const every = { idle, ringing, talking, muted, working, missed, chat };

const deedsOf = (snapshot: PhoneSnapshot) => phoneMenu(snapshot, english).deeds.map(({ label }) => label);

describe('the menu of the phone', () => {
  it.each([
    ['idle', []],
    ['ringing', ['Answer', 'Decline']],
    ['talking', ['Hang up', 'Mute', 'Hold']],
    ['muted', ['Hang up', 'Unmute', 'Hold']],
    ['working', ['Clear contact']],
    ['missed', ['Clear contact']],
    ['chat', ['Accept', 'Decline']],
  ] as const)('offers what can be done: %s', (name, labels) => {
    expect(deedsOf(every[name]).sort()).toEqual([...(name === 'chat' ? deedsOf(chat) : labels)].sort());
  });

  it('offers nothing that the contract would refuse', () => {
    for (const snapshot of Object.values(every)) {
      const { deeds, statuses } = phoneMenu(snapshot, english);
      const commands = [
        ...deeds,
        ...(statuses?.choices.filter(({ command }) => command.kind !== 'clearNextStatus') ?? []),
      ];
      for (const { command } of commands) expect(isAvailable(availableActions(snapshot), command)).toBe(true);
    }
  });

  it('means by each label the command that it says, so that Mute never unmutes', () => {
    const [mute] = phoneMenu(talking, english).deeds.filter(({ intent }) => intent === 'mute');
    expect(mute).toMatchObject({ label: 'Mute', command: { kind: 'mute' } });
    expect(isAvailable(availableActions(muted), mute?.command ?? { kind: 'unmute' })).toBe(false);
  });

  it('chooses the status now, and on a contact the next one, which can be none', () => {
    expect(phoneMenu(idle, english).statuses).toMatchObject({
      label: 'Status',
      choices: [
        { label: 'Available', chosen: true, command: { kind: 'setStatus', statusId: 'arn:available' } },
        { label: 'Lunch', chosen: false },
        { label: 'Feierabend', chosen: false },
      ],
    });
    const queued = with_({ agent: buildAgent({ nextStatus: lunch }), contacts: [buildContact()] });
    expect(phoneMenu(queued, english).statuses).toMatchObject({
      label: 'Next status',
      choices: [
        { label: 'None', chosen: false, command: { kind: 'clearNextStatus' } },
        { label: 'Available', chosen: false, command: { kind: 'queueStatus', statusId: 'arn:available' } },
        { label: 'Lunch', chosen: true },
        { label: 'Feierabend', chosen: false },
      ],
    });
    expect(phoneMenu(talking, english).statuses?.choices[0]).toMatchObject({ label: 'None', chosen: true });
  });

  it('is empty while nobody is signed in', () => {
    expect(phoneMenu(nobody, english)).toEqual({ deeds: [], statuses: null });
  });
});

const labels = (lines: readonly MenuLine[]): readonly string[] => lines.map((line) => line?.label ?? '-');

describe('the surfaces of the menu', () => {
  const menu = phoneMenu(ringing, english);

  it('are, in the tray, with the way to the window and out', () => {
    expect(labels(trayLines('Available', menu, english))).toEqual([
      'Available',
      '-',
      'Answer',
      'Decline',
      '-',
      'Next status',
      '-',
      'Open Switchhook',
      'Quit Switchhook',
    ]);
    expect(trayLines('x', menu, english).at(-1)).toMatchObject({ deed: { kind: 'quit' } });
  });

  it('keep the window and the way out reachable when there is nothing else', () => {
    const lines = trayLines(english.tray.nobody, phoneMenu(nobody, english), english);
    expect(labels(lines)).toEqual([english.tray.nobody, '-', 'Open Switchhook', 'Quit Switchhook']);
  });

  it('are, in the dock of macOS, without what the dock has itself', () => {
    expect(labels(dockLines('Available', menu))).toEqual(['Available', '-', 'Answer', 'Decline', '-', 'Next status']);
  });

  it('are, in the menu bar, what can be done, and nothing while there is nothing', () => {
    expect(labels(barLines(menu))).toEqual(['Answer', 'Decline', '-', 'Next status']);
    expect(barLines(phoneMenu(nobody, english))).toEqual([]);
  });

  it('are, in the task bar of Windows, at most seven buttons with a picture each', () => {
    expect(thumbButtons(menu).map(({ icon }) => icon)).toEqual(['answer', 'decline']);
    expect(thumbButtons(phoneMenu(muted, english)).map(({ icon }) => icon)).toEqual(
      expect.arrayContaining(['unmute', 'hangUp']),
    );
    for (const snapshot of Object.values(every)) {
      expect(thumbButtons(phoneMenu(snapshot, english)).length).toBeLessThanOrEqual(7);
    }
  });

  it('never begin or end with a line between groups, nor have two', () => {
    for (const words of [english, german]) {
      for (const snapshot of [...Object.values(every), nobody]) {
        const of = phoneMenu(snapshot, words);
        for (const lines of [trayLines('x', of, words), dockLines('x', of), barLines(of)]) {
          const text = labels(lines).join('\n');
          expect(text).not.toMatch(/^-$|^-\n|\n-$|\n-\n-\n/);
        }
      }
    }
  });
});
