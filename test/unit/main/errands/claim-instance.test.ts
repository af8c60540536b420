import { describe, expect, it, vi } from 'vitest';
import { bringAnswer } from '../../../../main/errands/bring-answer.js';
import { claimInstance } from '../../../../main/errands/claim-instance.js';
import type { ErrandAnswer } from '../../../../main/errands/errand-answer.js';
import { type HandedOver, unpackHandOver } from '../../../../main/errands/handed-over.js';
import { makeTemporaryFolder, makeUnwritableFolder } from '../temporary-folder.js';

/** How a start goes: on a profile that is free, or beside an app that gives an answer. */
async function start(
  args: readonly string[],
  {
    runs = false,
    answer = null,
    folder = makeTemporaryFolder(),
  }: { runs?: boolean; answer?: ErrandAnswer | null; folder?: string } = {},
) {
  const said = { out: '', err: '' };
  let handedOver: HandedOver | null = null;
  const told: string[] = [];
  const stream = (name: 'out' | 'err') =>
    ({
      once: () => undefined,
      write(text: string, done: () => void) {
        said[name] += text;
        done();
      },
    }) as unknown as NodeJS.WriteStream & { fd: 1 } & { fd: 2 };
  const code = await new Promise((resolve, reject) => {
    claimInstance(
      {
        getVersion: () => '9.9.9',
        exit: (ended) => resolve(ended),
        requestSingleInstanceLock(given) {
          handedOver = unpackHandOver(given);
          if (answer !== null) void bringAnswer(handedOver?.answerAt ?? null)(answer);
          return !runs;
        },
      },
      { argv: ['/opt/switchhook', ...args], stdout: stream('out'), stderr: stream('err') },
      { folder, tellReadOnly: (name) => void told.push(name) },
    ).then(() => resolve('goes on'), reject);
  });
  return { code, said, told, handedOver: handedOver as HandedOver | null };
}

describe('a start on a free profile', () => {
  it('goes on, also with a number or a link, which waits for a sign-in', async () => {
    for (const args of [[], ['--dial', '1'], ['tel:1'], ['switchhook:status?name=Lunch'], ['javascript:x']]) {
      expect(await start(args)).toMatchObject({ code: 'goes on', said: { out: '', err: '' } });
    }
  });

  it.each([['--print-status'], ['--quit'], ['--status=Lunch'], ['--next=Lunch']])(
    'is none for %s: it says that nobody runs and ends with 69',
    async (argument) => {
      const { code, said } = await start([argument]);
      expect([code, said.out]).toEqual([69, '']);
      expect(said.err).toBe('Switchhook does not run. Start it and try again.\n');
    },
  );
});

describe('a start beside an app that runs', () => {
  it('ends with 0 when it wants nothing', async () => {
    const { code, handedOver } = await start([], { runs: true });
    expect(code).toBe(0);
    expect(handedOver).toEqual({ argv: ['/opt/switchhook'], answerAt: null });
  });

  it('prints what the app answers where it belongs, and ends with its code', async () => {
    const good = await start(['--print-status'], { runs: true, answer: { code: 0, text: '{"version":1}' } });
    expect([good.code, good.said]).toEqual([0, { out: '{"version":1}\n', err: '' }]);
    const bad = await start(['--status', 'X'], { runs: true, answer: { code: 1, text: 'No such status.' } });
    expect([bad.code, bad.said]).toEqual([1, { out: '', err: 'No such status.\n' }]);
    expect(bad.handedOver?.argv).toEqual(['/opt/switchhook', '--status', 'X']);
  });

  it('says so and ends with 75 when the app does not answer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const started = start(['--print-status'], { runs: true });
      while (vi.getTimerCount() === 0) await new Promise((resolve) => setImmediate(resolve));
      vi.advanceTimersByTime(5_000);
      const { code, said } = await started;
      expect(code).toBe(75);
      expect(said.err).toMatch(/does not answer/);
    } finally {
      vi.useRealTimers();
    }
  });
});

describe('a start that needs no app', () => {
  it('prints the version without asking for the profile', async () => {
    const { code, said, handedOver } = await start(['--version']);
    expect([code, said.out, handedOver]).toEqual([0, '9.9.9\n', null]);
  });

  it('says how it is used when it cannot be read', async () => {
    const { code, said, handedOver } = await start(['--dial']);
    expect([code, handedOver]).toEqual([64, null]);
    expect(said.err).toMatch(/^The value is missing\. Usage: /);
  });
});

describe('a start on a profile that is read-only', () => {
  it('is told in a box, or on the terminal where there is one who asks', async () => {
    const folder = makeUnwritableFolder();
    expect(await start([], { runs: true, folder })).toMatchObject({ code: 1, told: [folder], said: { err: '' } });
    const asked = await start(['--print-status'], { runs: true, folder });
    expect([asked.code, asked.told]).toEqual([1, []]);
    expect(asked.said.err).toContain(folder);
  });
});
