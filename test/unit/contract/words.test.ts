import { describe, expect, it } from 'vitest';
import { type CommandKind, commandFailureReasonSchema, commandSchema } from '../../../contract/command.js';
import type { DownloadNews } from '../../../contract/download-news.js';
import { type ErrandRefusal, errandRefusalSchema } from '../../../contract/errand.js';
import { exitOutcomeSchema } from '../../../contract/exit-entry.js';
import { panelTroubleSchema } from '../../../contract/health.js';
import { type LinkOwner, linkOwnerSchema } from '../../../contract/link-state.js';
import type { Notice } from '../../../contract/notice.js';
import type { PanelRefusal } from '../../../contract/panel-refusal.js';
import { settingsProblemSchema } from '../../../contract/settings.js';
import type { SignInQuestion } from '../../../contract/sign-in.js';
import { chooseWords } from '../../../contract/words/choose-words.js';
import { english } from '../../../contract/words/english.js';
import { formatDuration } from '../../../contract/words/format-duration.js';
import { german } from '../../../contract/words/german.js';
import type { Words } from '../../../contract/words/words.js';

const LINK_OWNERS = linkOwnerSchema.options.map(
  (option) => ({ kind: option.unwrap().shape.kind.value, name: 'phone.desktop' }) as LinkOwner,
);
const STATUS_KINDS = ['setStatus', 'queueStatus'] as const;
const ERRAND_REFUSALS = errandRefusalSchema.options.flatMap((option) => {
  const { kind } = option.unwrap().shape;
  const kinds = 'options' in kind ? kind.options : [kind.value];
  return kinds.map((each) => ({ kind: each, name: 'Siesta', statuses: ['Lunch', 'Offline'] }) as ErrandRefusal);
});

const CATALOGUES = [
  ['English', english],
  ['German', german],
] as const;

/** Texts that are rightly the same in both languages: names, and words German has borrowed. */
const SAME_IN_BOTH = [
  'appName',
  'call.add.kind.agent',
  'call.parties.kind.supervisor',
  'contact.channel.chat',
  'errands.owner.ours',
  'errands.taken.setStatus',
  'hotkeys.keys.Super',
  'panel.name',
  'panel.toPanel',
  'settings.sections.headset',
  'settings.sections.links',
  'status.button',
  'status.menu',
  'tray.setStatus',
];

const COMMAND_KINDS: readonly CommandKind[] = commandSchema.options.map((option) => option.unwrap().shape.kind.value);

const NOTICES: { readonly [Kind in Notice['kind']]: readonly Extract<Notice, { kind: Kind }>[] } = {
  missed: [
    { kind: 'missed', who: 'Ada', contactId: 'c1' },
    { kind: 'missed', who: null, contactId: 'c1' },
  ],
  clearedByConnect: [{ kind: 'clearedByConnect', who: 'Ada', workedMs: 65_000 }],
  clearedByAgent: [{ kind: 'clearedByAgent', who: null, workedMs: 65_000 }],
  partyDidNotAnswer: [
    { kind: 'partyDidNotAnswer', who: 'Billing', contactId: 'c1' },
    { kind: 'partyDidNotAnswer', who: null, contactId: 'c1' },
  ],
  nextStatusTaken: [{ kind: 'nextStatusTaken', name: 'Offline' }],
  nextStatusCleared: [{ kind: 'nextStatusCleared', name: 'Offline' }],
};

const host = 'login.example';
const SIGN_IN_QUESTIONS: readonly SignInQuestion[] = [
  ...(['allowHost', 'refused', 'tooManyRedirects', 'noAnswer'] as const).map((kind) => ({ kind, host })),
  { kind: 'password', host, isProxy: false },
  { kind: 'password', host, isProxy: true },
  { kind: 'certificate', host, names: [] },
];

const NEWS: { readonly [Kind in DownloadNews['kind']]: Extract<DownloadNews, { kind: Kind }> } = {
  saved: { kind: 'saved', name: 'invoice.pdf', downloadId: 0 },
  program: { kind: 'program', name: 'invoice.exe' },
  foreign: { kind: 'foreign', name: 'invoice.pdf' },
  tooLarge: { kind: 'tooLarge', name: 'film.mp4', limitMb: 100 },
  failed: { kind: 'failed', name: 'invoice.pdf' },
};

const REFUSALS: { readonly [Kind in PanelRefusal['kind']]: Extract<PanelRefusal, { kind: Kind }> } = {
  unsafeWindow: { kind: 'unsafeWindow', host },
  tooManyWindows: { kind: 'tooManyWindows' },
  leaving: { kind: 'leaving', host },
  logOut: { kind: 'logOut' },
};

type Text = readonly [path: string, text: string];

/** The functions that take more than one name, called over everything they may be given. */
const SPECIAL: Readonly<Record<string, (words: Words) => Text[]>> = {
  failure: (words) =>
    COMMAND_KINDS.flatMap((kind) =>
      commandFailureReasonSchema.options.flatMap((reason) =>
        [null, 'InvalidStateException'].map(
          (detail): Text => [`failure.${kind}.${reason}.${detail}`, words.failure(kind, { reason, detail })],
        ),
      ),
    ),
  notice: (words) =>
    Object.values(NOTICES)
      .flat()
      .map((notice, index): Text => [`notice.${notice.kind}.${index}`, words.notice(notice)]),
  download: (words) => Object.values(NEWS).map((news): Text => [`download.${news.kind}`, words.download(news)]),
  refusal: (words) => Object.values(REFUSALS).map((each): Text => [`refusal.${each.kind}`, words.refusal(each)]),
  settingsProblem: (words) =>
    settingsProblemSchema
      .unwrap()
      .shape.kind.options.map(
        (kind): Text => [`settingsProblem.${kind}`, words.settingsProblem({ kind, name: 'ccpUrl' })],
      ),
  trouble: (words) =>
    panelTroubleSchema.options.flatMap((trouble) =>
      textsOf(words, words.trouble(trouble, 'https://switchhook.localhost'), `trouble.${trouble}`),
    ),
  'headset.twin': (words) => [['headset.twin', words.headset.twin('Link 380', '1F2A')]],
  'hotkeys.failed': (words) => {
    const hotkey = { action: 'mute', accelerator: 'Ctrl+Shift+F8', state: 'taken' } as const;
    return [['hotkeys.failed', words.hotkeys.failed([hotkey, { ...hotkey, accelerator: 'F5' }])]];
  },
  'errands.refused': (words) =>
    ERRAND_REFUSALS.map((each): Text => [`errands.refused.${each.kind}`, words.errands.refused(each)]),
  'errands.owner': (words) =>
    LINK_OWNERS.map((owner): Text => [`errands.owner.${owner.kind}`, words.errands.owner(owner)]),
  'errands.statusTitle': (words) =>
    STATUS_KINDS.map((kind): Text => [`errands.statusTitle.${kind}`, words.errands.statusTitle(kind, 'Ada')]),
  'errands.taken': (words) =>
    STATUS_KINDS.map((kind): Text => [`errands.taken.${kind}`, words.errands.taken(kind, 'Ada')]),
  'tray.about': (words) => {
    const facts = { status: 'Available', since: null, activity: 'idle', next: null, missed: 0 } as const;
    return [
      ['tray.about.all', words.tray.about({ ...facts, since: '13:41', activity: 'error', next: 'Lunch', missed: 1 })],
      ['tray.about.missed', words.tray.about({ ...facts, activity: 'ringing', missed: 2 })],
    ];
  },
  'signIn.question': (words) =>
    SIGN_IN_QUESTIONS.flatMap((question) =>
      textsOf(words, words.signIn.question(question), `signIn.question.${question.kind}`),
    ),
  'account.stillIn': (words) => textsOf(words, words.account.stillIn('Lunch'), 'account.stillIn.Lunch'),
  'leaving.onContact': (words) => textsOf(words, words.leaving.onContact('Ada.'), 'leaving.onContact.text'),
  'leaving.stillOpen': (words) =>
    [
      words.leaving.stillOpen([], { chat: 0, task: 0, email: 0, other: 0 }),
      words.leaving.stillOpen(['Ada', 'Bo'], { chat: 1, task: 2, email: 1, other: 0 }),
      words.leaving.stillOpen([], { chat: 2, task: 1, email: 2, other: 1 }),
      words.leaving.stillOpen([], { chat: 0, task: 0, email: 0, other: 2 }),
    ].map((text, index): Text => [`leaving.stillOpen.${index}`, text]),
  'exits.unclean': (words) =>
    ([...exitOutcomeSchema.options, 'unknown'] as const).flatMap((outcome) =>
      [
        words.exits.unclean({ outcome, at: null, stayed: null, madeGoodAt: null }),
        words.exits.unclean({ outcome, at: '17:42', stayed: { status: 'Lunch', lasting: '14 min' }, madeGoodAt: null }),
      ].map((text, index): Text => [`exits.unclean.${outcome}.${index}`, text]),
    ),
  'leaving.closedBadly': (words) =>
    exitOutcomeSchema.options.flatMap((outcome) =>
      [null, '17:42'].flatMap((since) =>
        textsOf(words, words.leaving.closedBadly(outcome, since), `leaving.closedBadly.${outcome}.${since}`),
      ),
    ),
  'leaseExpired.offline': (words) =>
    [null, '8 min'].flatMap((lasting) =>
      textsOf(words, words.leaseExpired.offline(lasting), `leaseExpired.offline.${lasting}`),
    ),
  'leaseExpired.queued': (words) =>
    [null, '8 min'].map((lasting): Text => [`leaseExpired.queued.${lasting}`, words.leaseExpired.queued(lasting)]),
  'leaving.wentToSleep': (words) =>
    exitOutcomeSchema.options.flatMap((outcome) =>
      textsOf(words, words.leaving.wentToSleep(outcome), `leaving.wentToSleep.${outcome}`),
    ),
  'leaving.notConfirmed': (words) =>
    [null, 'noAnswer'].flatMap((reason) =>
      textsOf(words, words.leaving.notConfirmed(reason), `leaving.notConfirmed.${reason}`),
    ),
};

/** Every text of a catalogue with the path it is found at; functions are called. */
function textsOf(words: Words, value: unknown = words, path = ''): Text[] {
  const special = SPECIAL[path];
  if (special !== undefined) return special(words);
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return [[path, (value as (name: string) => string)('Ada')]];
  return childrenOf(value, path).flatMap(([childPath, child]) => textsOf(words, child, childPath));
}

/** Every path of a catalogue with the type that is found there. */
function shapeOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object') return [`${path}: ${typeof value}`];
  return childrenOf(value, path).flatMap(([childPath, child]) => shapeOf(child, childPath));
}

function childrenOf(value: unknown, path: string): (readonly [string, unknown])[] {
  return Object.entries(value as Readonly<Record<string, unknown>>).map(
    ([key, child]) => [path === '' ? key : `${path}.${key}`, child] as const,
  );
}

describe('the catalogues', () => {
  it('have the same keys', () => {
    expect(shapeOf(german).sort()).toEqual(shapeOf(english).sort());
  });

  it('differ in every text but the few that are the same in both languages', () => {
    const germanTexts = new Map(textsOf(german));
    const same = textsOf(english).filter(([path, text]) => germanTexts.get(path) === text);
    expect(same.map(([path]) => path).sort()).toEqual(SAME_IN_BOTH);
  });
});

describe.each(CATALOGUES)('the %s catalogue', (_language, words) => {
  const texts = textsOf(words);

  it('has a text everywhere', () => {
    expect(texts.filter(([, text]) => typeof text !== 'string' || text.trim() === '')).toEqual([]);
  });

  it('never shows a value that is missing', () => {
    expect(texts.filter(([, text]) => /\b(null|undefined|NaN)\b|\[object/.test(text))).toEqual([]);
  });

  it('stays calm', () => {
    expect(texts.filter(([, text]) => /!|\b(oops|ups|hoppla)\b/i.test(text))).toEqual([]);
  });

  it('ends whole sentences with a full stop', () => {
    const sentences = texts.filter(([path]) =>
      /^(failure|notice|download|refusal|errands\.refused|settingsProblem|exits\.unclean|protection\.(gate|recovery|givenUp|kill))\b|\.advice$/.test(
        path,
      ),
    );
    expect(sentences.length).toBeGreaterThan(COMMAND_KINDS.length * commandFailureReasonSchema.options.length);
    expect(sentences.filter(([, text]) => !text.endsWith('.'))).toEqual([]);
  });

  it('shows what it is given', () => {
    expect(words.contact.region('Ada')).toContain('Ada');
    expect(words.failure('hold', { reason: 'refused', detail: 'InvalidStateException' })).toContain(
      '(InvalidStateException)',
    );
    expect(words.notice({ kind: 'clearedByConnect', who: null, workedMs: 65_000 })).toContain('1:05');
    expect(words.download(NEWS.tooLarge)).toMatch(/film\.mp4.*100 MB/);
    expect(words.trouble('originRefused', 'https://phone.example').advice).toContain('https://phone.example');
  });
});

describe('chooseWords', () => {
  it.each(['de', 'de-DE', 'de-AT', 'DE-ch'])('is German for %s', (locale) => {
    expect(chooseWords(locale)).toBe(german);
  });

  it.each(['en', 'en-GB', 'EN-us'])('is English for %s', (locale) => {
    expect(chooseWords(locale)).toBe(english);
  });

  it.each(['fr-FR', 'den', 'd', ''])('falls back to English for "%s"', (locale) => {
    expect(chooseWords(locale)).toBe(english);
  });
});

describe('formatDuration', () => {
  it.each([
    [-5_000, '0:00'],
    [0, '0:00'],
    [999, '0:00'],
    [1_000, '0:01'],
    [59_999, '0:59'],
    [60_000, '1:00'],
    [65_000, '1:05'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [3_661_000, '1:01:01'],
    [36_610_000, '10:10:10'],
  ])('shows %d ms as %s', (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });
});
