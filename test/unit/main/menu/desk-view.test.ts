import { describe, expect, it } from 'vitest';
import { english } from '../../../../contract/words/english.js';
import { german } from '../../../../contract/words/german.js';
import { createTimeText } from '../../../../contract/words/time-text.js';
import type { Words } from '../../../../contract/words/words.js';
import { type DeskFacts, deskView } from '../../../../main/menu/desk-view.js';
import { available, buildAgent, buildContact, buildSnapshot, chose, lunch } from '../../contract/build-snapshot.js';

const atMs = new Date(2026, 4, 8, 13, 41).getTime();
const agent = buildAgent({ availability: { ...chose(available), sinceMs: atMs } });
const facts: DeskFacts = { missed: 0, reached: true, nowMs: atMs + 60_000 };
const about = (
  snapshot = buildSnapshot({ agent, contacts: [] }),
  change: Partial<DeskFacts> = {},
  words: Words = english,
) =>
  deskView(
    snapshot,
    { ...facts, ...change },
    words,
    createTimeText(words === german ? 'de-DE' : 'en-GB', words.language),
  ).about;

describe('what the desk says of the phone', () => {
  it('is the status, since when, and what comes next', () => {
    const next = buildSnapshot({ agent: { ...agent, nextStatus: lunch }, contacts: [] });
    expect(about(next)).toBe('Available since 13:41, next: Lunch');
    expect(about(next, {}, german)).toBe('Available seit 13:41, danach: Lunch');
  });

  it('is what the agent does and what was missed, where there is something', () => {
    const talking = buildSnapshot({ agent: { ...agent, activity: 'onContact' }, contacts: [buildContact()] });
    expect(about(talking, { missed: 2 })).toBe('Available since 13:41, on contact, 2 missed contacts');
    expect(about(undefined, { missed: 1 }, german)).toBe('Available seit 13:41, 1 verpasster Kontakt');
  });

  it('goes by the clock of this computer', () => {
    expect(about(buildSnapshot({ agent, contacts: [], skewMs: 120_000 }))).toBe('Available since 13:43');
    expect(about(buildSnapshot({ agent: { ...agent, availability: { ...agent.availability, sinceMs: null } } }))).toBe(
      'Available',
    );
  });

  it('counts nothing up', () => {
    expect(about(undefined, { nowMs: atMs + 3_600_000 })).toBe(about());
  });

  it('offers nothing that nobody could carry out', () => {
    const talking = buildSnapshot({ agent, contacts: [buildContact()] });
    const view = deskView(talking, { ...facts, reached: false }, english, createTimeText('en', 'en'));
    expect(view).toEqual({ about: english.tray.trouble, menu: { deeds: [], statuses: null }, missed: 0 });
    expect(about(buildSnapshot({ agent: null, contacts: [] }))).toBe(english.tray.nobody);
  });

  it('still offers in a trouble what may get through', () => {
    const health = {
      phase: 'trouble',
      trouble: 'panelSilent',
      webSocketUp: false,
      otherPanel: false,
      recovery: 'none',
    } as const;
    const view = deskView(
      buildSnapshot({ agent, health, contacts: [buildContact()] }),
      facts,
      english,
      createTimeText('en', 'en'),
    );
    expect(view.about).toBe(english.tray.trouble);
    expect(view.menu.deeds).not.toEqual([]);
  });
});
